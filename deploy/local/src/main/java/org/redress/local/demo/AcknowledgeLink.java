package org.redress.local.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link in a manager's mail, which works without a login. */
record AcknowledgeLink(URI address) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/a/[\\w.~-]+");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The link in the readable text of a mail. */
    static Optional<AcknowledgeLink> in(Part mail) {
        try {
            if (mail.isMimeType("text/plain")) {
                Matcher found = LINK.matcher(mail.getContent().toString());
                return found.find()
                        ? Optional.of(new AcknowledgeLink(URI.create(found.group())))
                        : Optional.empty();
            }
            return mail.getContent() instanceof Multipart parts ? in(parts) : Optional.empty();
        } catch (MessagingException | IOException e) {
            throw new DemoFailure("A mail on the local mail server can't be read: " + e, e);
        }
    }

    private static Optional<AcknowledgeLink> in(Multipart parts)
            throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            Optional<AcknowledgeLink> found = in(parts.getBodyPart(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Opens the page behind the link, and then presses its button. */
    void follow(HttpClient browser) {
        send(browser, HttpRequest.newBuilder(address).GET());
        send(browser, HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));
    }

    private static void send(HttpClient browser, HttpRequest.Builder request) {
        try {
            int status =
                    browser.send(
                                    request.timeout(LIMIT).header("Accept", "text/html").build(),
                                    BodyHandlers.discarding())
                            .statusCode();
            if (status != 200) {
                throw new DemoFailure("The acknowledge link of the mail answered " + status);
            }
        } catch (IOException e) {
            throw new DemoFailure("The acknowledge link of the mail can't be opened: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was broken off.", e);
        }
    }
}
