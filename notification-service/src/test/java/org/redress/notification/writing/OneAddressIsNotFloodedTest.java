package org.redress.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestMail;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Claimed;
import org.redress.notification.MessagesOf;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.cases.Mode;
import org.redress.notification.links.AcknowledgeLinks;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;
import org.redress.notification.writing.AddressLimit.Addressed;
import org.redress.platform.messaging.Alarms;

@WithNotification
class OneAddressIsNotFloodedTest {
    private static final String VICTIM = "victim@example.com";
    private static final String A = "a-%s@example.com".formatted(Story.id());
    private static final String B = "b-%s@example.com".formatted(Story.id());

    @Inject Jdbi jdbi;
    @Inject AcknowledgeLinks keys;
    @Inject Alarms alarms;

    @Test
    void twenty_mails_go_to_an_address_in_an_hour_and_the_rest_later_with_an_alarm() {
        // when
        var stories =
                IntStream.range(0, 24)
                        .mapToObj(number ->
                                Story.kettle().hasACustomer("Eve", spelt(number)).isRegistered())
                        .toList();

        // then
        await().untilAsserted(() ->
                assertThat(stories.stream().map(story -> MessagesOf.states(story).toString()))
                        .filteredOn("[CUSTOMER_ACKNOWLEDGMENT SENT]"::equals)
                        .hasSize(20));
        await().untilAsserted(() -> assertThat(putOff()).isEqualTo(4));
        assertThat(TestMail.receivedBy(VICTIM).size() + TestMail.receivedBy(spelt(1)).size())
                .isEqualTo(20);
        assertThat(putOffUntil())
                .allSatisfy(until ->
                        assertThat(until)
                                .isBetween(mark("min").plusHours(1), mark("max").plusHours(1)));
        TestTopics.await(
                "redress.alarms",
                found -> found.text() != null && found.text().contains("MAILS_LIMITED"));
    }

    /** As the mail server sees it, it is the same address. */
    private static String spelt(int number) {
        return number % 2 == 0 ? VICTIM : "Victim@Example.COM";
    }

    @Test
    void after_an_hour_there_is_room_again_and_a_mail_tried_again_counts_once() {
        var now = Instant.parse("2026-11-21T06:00:00Z");
        QuarkusTransaction.begin();
        try {
            // given
            var first = aMessage(Story.kettle());
            var second = aMessage(Story.kettle());

            // when, then
            assertThat(at(now, 1).admit(to(A, first))).isEmpty();
            assertThat(at(now.plusSeconds(60), 1).admit(to(A, first))).isEmpty();
            assertThat(at(now.plusSeconds(60), 1).admit(to(B, second))).isEmpty();
            assertThat(at(now.plusSeconds(3599), 1).admit(to(A, second)))
                    .containsExactly(entry(second.id(), now.plusSeconds(3600)));
            assertThat(at(now.plusSeconds(3600), 1).admit(to(A, second))).isEmpty();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void
            of_mails_that_are_claimed_together_the_first_find_room_and_each_of_the_rest_has_its_turn() {
        var now = Instant.parse("2026-11-21T06:00:00Z");
        QuarkusTransaction.begin();
        try {
            // given
            var mails = Stream.generate(() -> aMessage(Story.kettle())).limit(7).toList();
            at(now, 3).admit(to(A, mails.get(0)));
            at(now.plusSeconds(60), 3).admit(to(A, mails.get(1)));

            // when
            var together = new ArrayList<>(to(A, mails.subList(1, 6).toArray(Message[]::new)));
            together.addAll(to(B, mails.get(6)));
            var full = at(now.plusSeconds(120), 3).admit(together);

            // then
            assertThat(full)
                    .containsOnly(
                            entry(mails.get(3).id(), now.plusSeconds(3600)),
                            entry(mails.get(4).id(), now.plusSeconds(120 + 3600)),
                            entry(mails.get(5).id(), now.plusSeconds(120 + 3600)));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** So many mails to an address, at this time. */
    private AddressLimit at(Instant now, int most) {
        return new AddressLimit(jdbi, keys, alarms, Clock.fixed(now, ZoneOffset.UTC), most);
    }

    private static List<Addressed> to(String address, Message... mails) {
        return Arrays.stream(mails).map(mail -> new Addressed(mail, address)).toList();
    }

    private Message aMessage(Story story) {
        var id = UUID.fromString(Story.id());
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into message (id, dedup_key, purpose, priority, state, mode, case_id,
                            case_number, round, recipient_kind, created_at)
                        values (?, ?, 'CUSTOMER_RESOLUTION', 2, 'SENDING', 'REAL', ?, ?, 1,
                            'CUSTOMER', now())
                        """,
                        id,
                        id.toString(),
                        UUID.fromString(story.caseId),
                        story.caseNumber));
        return Claimed.message(
                id,
                1,
                Purpose.CUSTOMER_RESOLUTION,
                Mode.REAL,
                new CaseRef(UUID.fromString(story.caseId), story.caseNumber, 1),
                new Recipient(Recipient.Kind.CUSTOMER, story.customerId));
    }

    private List<OffsetDateTime> putOffUntil() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select m.due_at from attempt a join message m on m.id ="
                                        + " a.message_id where a.outcome = 'PUT_OFF'"
                                        + " and m.purpose = 'CUSTOMER_ACKNOWLEDGMENT'")
                        .mapTo(OffsetDateTime.class)
                        .list());
    }

    private OffsetDateTime mark(String which) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select %s(marked_at) from message where address_mark = :mark"
                                        .formatted(which))
                        .bind("mark", keys.mark(VICTIM))
                        .mapTo(OffsetDateTime.class)
                        .one());
    }

    private long putOff() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(distinct message_id) from attempt a"
                                        + " join message m on m.id = a.message_id"
                                        + " where a.outcome = 'PUT_OFF'"
                                        + " and m.purpose = 'CUSTOMER_ACKNOWLEDGMENT'")
                        .mapTo(long.class)
                        .one());
    }
}
