package org.redress.local;

import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mail that the platform's mail server has taken: a folder for each address, and in it a file
 * for each mail (RFC 5322), numbered in the order in which they came.
 */
public record Mailbox(Path folder) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/a/[\\w.~-]+");
    private static final String ENDING = ".eml";

    /** Everybody with mail. */
    public List<String> recipients() {
        return files(folder)
                .map(one -> URLDecoder.decode(one.getFileName().toString(), StandardCharsets.UTF_8))
                .sorted()
                .toList();
    }

    /** All mail that came for this address, oldest first; empty when there was none. */
    public List<MimeMessage> of(String address) {
        return newestFirst(address).toList().reversed();
    }

    /** The same, each read when it is asked for. */
    public Stream<MimeMessage> newestFirst(String address) {
        return mails(folderOf(address))
                .sorted(Comparator.comparing(Mailbox::number).reversed())
                .flatMap(mail -> read(mail).stream());
    }

    Path folderOf(String address) {
        return folder.resolve(
                URLEncoder.encode(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8));
    }

    static Stream<Path> mails(Path folder) {
        return files(folder).filter(file -> file.toString().endsWith(ENDING));
    }

    static long number(Path mail) {
        return Long.parseLong(mail.getFileName().toString().replace(ENDING, ""));
    }

    static String named(long number) {
        return number + ENDING;
    }

    static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    /** Empty when it was forgotten in the meantime. */
    private static Optional<MimeMessage> read(Path mail) {
        return Unchecked.get(() -> {
            try (InputStream source = Files.newInputStream(mail)) {
                return Optional.of(new MimeMessage(Session.getInstance(new Properties()), source));
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
        });
    }

    /** The message's id, of which notification tells the middle. */
    public static String id(MimeMessage mail) {
        return String.valueOf(Unchecked.<Object>get(mail::getMessageID));
    }

    /** The plain words of a mail. */
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
}
