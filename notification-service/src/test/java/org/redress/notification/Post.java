package org.redress.notification;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.redress.local.testing.TestMail;

/** What came out of the mail server, as its reader sees it. */
public record Post(
        String id,
        String to,
        String subject,
        String text,
        String html,
        String references,
        boolean urgent) {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final Pattern LINK = Pattern.compile("http://\\S+/a/(\\S+)");

    /** Waits until this address has a mail about the case, and returns it. */
    public static Post awaitTo(String address, Story story) {
        await().atMost(LIMIT).until(() -> !to(address, story).isEmpty());
        return to(address, story).getFirst();
    }

    /** The mails that this address has about the case. */
    public static List<Post> to(String address, Story story) {
        return TestMail.received().stream()
                .map(Post::of)
                .filter(post -> post.to.contains(address))
                .filter(post -> post.subject.contains(story.caseNumber))
                .toList();
    }

    /** Waits for a mail to this address that names the case among others. */
    public static Post awaitNaming(String address, Story story) {
        return await().atMost(LIMIT)
                .until(() -> naming(address, story), found -> found.isPresent())
                .orElseThrow();
    }

    private static Optional<Post> naming(String address, Story story) {
        return TestMail.received().stream()
                .map(Post::of)
                .filter(post -> post.to.contains(address) && post.text.contains(story.caseNumber))
                .findFirst();
    }

    /** The tokens of all acknowledge links in it, in their order. */
    public List<String> tokens() {
        return LINK.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }

    /** The token of the acknowledge link in it. */
    public String token() {
        var matcher = LINK.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no link in " + text);
        }
        return matcher.group(1);
    }

    private static Post of(MimeMessage mail) {
        try {
            var parts = (MimeMultipart) mail.getContent();
            return new Post(
                    mail.getMessageID(),
                    mail.getAllRecipients()[0].toString(),
                    mail.getSubject(),
                    (String) parts.getBodyPart(0).getContent(),
                    (String) parts.getBodyPart(1).getContent(),
                    Optional.ofNullable(mail.getHeader("References", " ")).orElse(""),
                    mail.getHeader("Importance") != null);
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
