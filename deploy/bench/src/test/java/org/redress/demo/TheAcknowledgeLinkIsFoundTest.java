package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.redress.local.Answer;
import org.redress.local.Failure;
import org.redress.local.Mailbox;

class TheAcknowledgeLinkIsFoundTest {

    private static final String LINK = "http://127.0.0.1:18084/a/k1.AZ-x_9.sig-_0";

    @Test
    void the_text_of_the_mail_has_it() throws MessagingException {
        // given
        MimeBodyPart text = new MimeBodyPart();
        text.setText("请在06:07前确认：\n" + LINK + "\n谢谢", "UTF-8", "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<a href=\"http://other.example/a/x.y.z\">确认</a>", "UTF-8", "html");
        // when
        var found = linkIn(new MimeMultipart("alternative", text, html));
        // then
        assertThat(found).contains(LINK);
    }

    @Test
    void a_mail_without_a_link_has_none() throws MessagingException {
        // given
        MimeBodyPart text = new MimeBodyPart();
        text.setText("您的来电已受理", "UTF-8", "plain");
        // then
        assertThat(linkIn(new MimeMultipart("alternative", text))).isEmpty();
    }

    @Test
    void the_page_is_mailed_once_its_message_was_sent() throws JsonProcessingException {
        assertThat(PageMail.of(messages("QUEUED"), "p1")).isEmpty();
        assertThat(PageMail.of(messages("SENT"), "p2")).isEmpty();
        assertThat(PageMail.of(messages("SENT"), "p1"))
                .contains(
                        new PageMail(
                                "m1",
                                "zhang.lei@example.com",
                                Instant.parse("2026-11-21T06:00:00Z")));
    }

    @Test
    void a_mail_that_was_given_up_ends_the_journey() {
        assertThatThrownBy(() -> PageMail.of(messages("FAILED"), "p1"))
                .isInstanceOf(Failure.class)
                .hasMessage("The mail to zhang.lei was not sent: it is FAILED");
    }

    private static JsonNode messages(String state) throws JsonProcessingException {
        return Answer.JSON.readTree(
                """
                {"items": [
                  {"id": "m0", "purpose": "CUSTOMER_ACKNOWLEDGMENT", "state": "SENT"},
                  {"id": "m1", "purpose": "ESCALATION_PAGE", "state": "%s", "pageId": "p1",
                   "recipient": {"kind": "STAFF", "id": "zhang.lei", "address": "zhang.lei@example.com"},
                   "finishedAt": "2026-11-21T06:00:00Z"}]}
                """
                        .formatted(state));
    }

    private static Optional<String> linkIn(MimeMultipart content) throws MessagingException {
        return Mailbox.acknowledgeLink(Mailbox.text(mail(content)));
    }

    private static MimeMessage mail(MimeMultipart content) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setContent(content);
        mail.saveChanges();
        return mail;
    }
}
