package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestMail;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class OneAddressIsNotFloodedTest {
    private static final String VICTIM = "victim@example.com";

    @Inject Jdbi jdbi;

    @Test
    void twentyMailsGoToAnAddressInAnHourAndTheRestLaterWithAnAlarm() {
        // when
        var stories =
                IntStream.range(0, 24)
                        .mapToObj(_ -> Story.kettle().hasACustomer("Eve", VICTIM).isRegistered())
                        .toList();

        // then
        await().untilAsserted(() ->
                assertThat(stories.stream().map(story -> MessagesOf.states(story).toString()))
                        .filteredOn("[CUSTOMER_ACKNOWLEDGMENT SENT]"::equals)
                        .hasSize(20));
        await().untilAsserted(() -> assertThat(putOff()).isEqualTo(4));
        assertThat(TestMail.receivedBy(VICTIM)).hasSize(20);
        TestTopics.await(
                "redress.alarms",
                found -> found.text() != null && found.text().contains("MAILS_LIMITED"));
    }

    private long putOff() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(distinct message_id) from attempts a"
                                        + " join messages m on m.id = a.message_id"
                                        + " where a.outcome = 'PUT_OFF'"
                                        + " and m.purpose = 'CUSTOMER_ACKNOWLEDGMENT'")
                        .mapTo(long.class)
                        .one());
    }
}
