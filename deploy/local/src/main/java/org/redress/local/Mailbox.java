package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The mail that the platform's mail server has, read over its HTTP API. */
public final class Mailbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String api;

    Mailbox(int port) {
        this.api = "http://" + Ports.LOOPBACK + ":" + port + "/api";
    }

    /** Every address that mail came for. */
    public List<String> recipients() {
        List<String> recipients = new ArrayList<>();
        get("/user").forEach(user -> recipients.add(user.path("email").asText()));
        return recipients;
    }

    /** All mail that came for this address, oldest first; empty when there was none. */
    public List<MimeMessage> of(String address) {
        return read(inbox(address));
    }

    /** The last mails that came for this address, oldest first. */
    public List<MimeMessage> newestOf(String address, int most) {
        return read(inbox(address) + "?newest=" + most);
    }

    private static String inbox(String address) {
        return "/user/%s/messages/INBOX"
                .formatted(URLEncoder.encode(address, StandardCharsets.UTF_8));
    }

    private List<MimeMessage> read(String path) {
        List<MimeMessage> mails = new ArrayList<>();
        get(path).forEach(mail -> mails.add(parse(mail.path("mimeMessage").asText())));
        return mails;
    }

    private JsonNode get(String path) {
        try {
            return JSON.readTree(Http.send(HttpRequest.newBuilder(URI.create(api + path))).body());
        } catch (IOException e) {
            throw new UncheckedIOException("The mail server does not answer", e);
        }
    }

    private static MimeMessage parse(String source) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
