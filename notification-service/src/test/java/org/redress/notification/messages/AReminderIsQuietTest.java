package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.notification.MessagesOf;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

/** Whoever a warning tells hears what is soon due, without a bell and with nothing to answer. */
@WithNotification
class AReminderIsQuietTest {

    @Test
    void the_handler_is_reminded_in_their_language() {
        var kettle = Story.kettle().hasACustomer().isRegistered();

        // when
        kettle.isWarnedOf("FIRST_RESPONSE", "he.jing");

        // then
        var mail = Post.awaitTo("he.jing@redress.example", kettle);
        assertThat(mail.subject()).startsWith("[Due soon] The first response: ");
        assertThat(mail.text()).contains("Monday 23 November, 16:30", "nobody was called");
        assertThat(mail.urgent()).isFalse();
        assertThat(MessagesOf.states(kettle)).contains("STAFF_REMINDER SENT");
    }

    @Test
    void whoever_a_notice_names_hears_once_that_the_customer_asks_again() {
        var kettle = Story.kettle().hasACustomer().isRegistered();

        // when
        kettle.isNoticed("URGED", "he.jing");

        // then
        var mail = Post.awaitTo("he.jing@redress.example", kettle);
        assertThat(mail.subject()).startsWith("The customer asks again: ");
        assertThat(mail.text()).contains("Tell them.", "nobody was called");
        assertThat(mail.urgent()).isFalse();
    }
}
