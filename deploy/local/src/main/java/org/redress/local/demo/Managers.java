package org.redress.local.demo;

import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The managers who are paged: they read their mail, and say that they take care. */
final class Managers {

    private final Api notification;
    private final Api escalation;
    private final HttpClient browser;
    private final Function<String, List<MimeMessage>> mailbox;

    /**
     * Managers at work.
     *
     * @param mailbox the mails that came for an address
     */
    Managers(
            Api notification,
            Api escalation,
            HttpClient browser,
            Function<String, List<MimeMessage>> mailbox) {
        this.notification = notification;
        this.escalation = escalation;
        this.browser = browser;
        this.mailbox = mailbox;
    }

    /** The mail of this page, once the mail server has it. */
    Optional<PageMail> mail(String caseNumber, Escalation.Page page) {
        try {
            Answer messages = notification.get("/api/v1/messages?caseNumber=" + caseNumber);
            return PageMail.of(messages.orFail("The list of messages").body(), page.id());
        } catch (IOException e) {
            throw new DemoFailure("Notification can't be reached: " + e, e);
        }
    }

    /** The paged person opens the link in their mail and presses the button. */
    void acknowledgeByLink(PageMail mail) {
        mailbox.apply(mail.address()).stream()
                .filter(received -> isOf(received, mail))
                .findFirst()
                .flatMap(AcknowledgeLink::in)
                .orElseThrow(() ->
                        new DemoFailure("No mail with a link was found for " + mail.address()))
                .follow(browser);
    }

    /** The manager on duty acknowledges in the application. */
    void acknowledgeByApi(Escalation escalated) {
        try {
            escalation
                    .post(
                            "/api/v1/escalations/" + escalated.id() + "/acknowledgment",
                            Map.of(),
                            MissingNode.getInstance())
                    .orFail("The acknowledgment");
        } catch (IOException e) {
            throw new DemoFailure("Escalation can't be reached: " + e, e);
        }
    }

    private static boolean isOf(MimeMessage received, PageMail mail) {
        try {
            String id = received.getMessageID();
            return id != null && id.contains(mail.messageId());
        } catch (MessagingException e) {
            throw new DemoFailure("A mail on the local mail server can't be read: " + e, e);
        }
    }
}
