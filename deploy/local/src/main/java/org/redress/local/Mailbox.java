package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mail that the platform's mail server has, read over its HTTP API. */
public final class Mailbox {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/a/[\\w.~-]+");

    private final String api;

    Mailbox(int port) {
        this.api = Ports.http(port) + "/api";
    }

    public List<String> recipients() {
        return get("/user").findValuesAsText("email");
    }

    /** All mail that came for this address, oldest first; empty when there was none. */
    public List<MimeMessage> of(String address) {
        return read(inbox(address));
    }

    /** The last mails that came for this address, oldest first. */
    public List<MimeMessage> newestOf(String address, int most) {
        return read(inbox(address) + "?newest=" + most);
    }

    public static String text(Part part) {
        return Unchecked.get(() -> {
            if (part.getContent() instanceof Multipart parts) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    text.append(text(parts.getBodyPart(i)));
                }
                return text.toString();
            }
            return part.isMimeType("text/plain") ? part.getContent().toString() : "";
        });
    }

    /** The link in the text of a manager's mail that acknowledges without a login. */
    public static Optional<String> acknowledgeLink(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).findFirst();
    }

    private static String inbox(String address) {
        return "/user/%s/messages/INBOX"
                .formatted(URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private List<MimeMessage> read(String path) {
        return get(path).findValuesAsText("mimeMessage").stream().map(Mailbox::parse).toList();
    }

    private JsonNode get(String path) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path));
            return Answer.JSON.readTree(Http.send(request, LIMIT).body());
        } catch (IOException e) {
            throw new UncheckedIOException("The mail server does not answer", e);
        }
    }

    private static MimeMessage parse(String source) {
        byte[] bytes = source.getBytes(StandardCharsets.ISO_8859_1);
        return Unchecked.get(() ->
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }
}
