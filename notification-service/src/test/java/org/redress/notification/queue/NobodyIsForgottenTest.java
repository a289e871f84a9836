package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.notification.MessagesOf;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.channels.Envelope;
import org.redress.notification.channels.MailServer;
import org.redress.notification.channels.Outcome;
import org.redress.notification.channels.SmtpSettings;
import org.redress.notification.mails.Contact;
import org.redress.notification.messages.MessageParked;
import org.redress.notification.messages.Purpose;
import org.redress.notification.writing.Author;
import org.redress.platform.due.Loops;
import org.redress.platform.messaging.Alarms;
import org.redress.platform.testing.Contract;

/** What cannot reach a customer, or waits too long, reaches a person. */
@WithNotification
class NobodyIsForgottenTest {
    @Inject MailServer server;
    @Inject SmtpSettings settings;
    @Inject Contact contact;
    @Inject Backlog backlog;
    @Inject WaitingMessages waiting;
    @Inject Queue queue;
    @Inject Author author;
    @Inject Outcomes outcomes;
    @Inject RetryRule rule;
    @Inject Loops loops;
    @Inject MeterRegistry metrics;
    @Inject Jdbi jdbi;
    @Inject Alarms alarms;
    @Inject Clock clock;

    @Test
    void a_customers_mail_that_the_server_refuses_for_good_is_an_alarm() {
        // given
        var refusing =
                new MailServer(settings, contact) {
                    @Override
                    public Outcome send(Envelope envelope) {
                        return new Outcome.Refused("the mail server answered 550");
                    }
                };
        QuarkusMock.installMockForInstance(refusing, server);

        // when
        var kettle = Story.kettle().hasACustomer().isRegistered();

        // then
        var alarm = awaitAlarm("CUSTOMER_NOT_REACHED", kettle.caseNumber);
        assertThat(alarm).contains("the mail server answered 550").doesNotContain("@example");
        assertThat(Contract.of("redress.alarm.reported.v1").faults(alarm)).isEmpty();
    }

    @Test
    void a_resolution_whose_case_never_comes_is_counted_has_an_age_and_is_an_alarm() {
        // given
        var kettle = Story.kettle().isResolved();
        await().until(() -> MessagesOf.states(kettle).contains("CUSTOMER_RESOLUTION WAITING"));

        // when
        sinceAnHour(kettle);
        backlog.look();

        // then
        awaitAlarm("PARKED_TOO_LONG", "messages.waiting");
        assertThat(metrics.get("messages.unsent").tag("kind", "waiting").gauge().value())
                .isGreaterThanOrEqualTo(1);
        assertThat(
                        metrics.get("messages.unsent.age.seconds")
                                .tag("kind", "waiting")
                                .gauge()
                                .value())
                .isGreaterThanOrEqualTo(3600);
    }

    @Test
    void a_page_is_missed_after_two_minutes_and_a_customers_mail_after_fifteen() {
        var figures = new SimpleMeterRegistry();
        var ours = new Backlog(jdbi, alarms, figures, clock);
        QuarkusTransaction.begin();
        try {
            // given
            isQueuedSince("3 minutes", Purpose.ESCALATION_PAGE);
            isQueuedSince("14 minutes", Purpose.CUSTOMER_RESOLUTION);

            // when
            ours.look();

            // then
            awaitAlarm("PARKED_TOO_LONG", "messages.pages");
            assertThat(age(figures, "pages")).isBetween(180.0, 840.0);
            assertThat(age(figures, "others")).isGreaterThanOrEqualTo(840);
            assertThat(TestTopics.read("redress.alarms"))
                    .noneMatch(alarm -> String.valueOf(alarm.text()).contains("messages.others"));

            // when
            isQueuedSince("16 minutes", Purpose.STAFF_NEWS);
            ours.look();

            // then
            awaitAlarm("PARKED_TOO_LONG", "messages.others");
        } finally {
            QuarkusTransaction.rollback();
        }
        ours.look();
        assertThat(age(figures, "others")).isLessThan(840);
    }

    @Test
    void what_may_have_just_been_waited_for_in_vain_is_looked_at_again_in_a_second() {
        var now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        var ours = sender(now);

        // when
        ours.wake(new MessageParked.Waiting(UUID.randomUUID()));

        // then
        assertThat(ours.pass()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void
            what_a_process_that_died_left_waiting_is_released_so_many_at_a_time_and_claims_go_between() {
        var now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        var ours = sender(now);
        QuarkusTransaction.begin();
        try {
            // given
            var kettle = Story.kettle();
            waitForACustomerWhoHasCome(kettle, WaitingMessages.AT_ONCE + 1);

            // when, then
            assertThat(ours.pass()).isZero();
            assertThat(MessagesOf.states(kettle))
                    .filteredOn("CUSTOMER_ACKNOWLEDGMENT WAITING"::equals)
                    .hasSize(1);
            assertThat(ours.pass()).isPositive();
            assertThat(MessagesOf.states(kettle)).containsOnly("CUSTOMER_ACKNOWLEDGMENT QUEUED");
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private void waitForACustomerWhoHasCome(Story story, int mails) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into customer (customer_id) values (?)", story.customerId);
            handle.execute(
                    """
                    insert into customer_case (case_id, case_number, customer_id, language, timetable)
                    values (?, ?, ?, 'en', '[]')
                    """,
                    UUID.fromString(story.caseId),
                    story.caseNumber,
                    story.customerId);
            handle.execute(
                    """
                    insert into message (id, dedup_key, purpose, priority, state, mode, case_id,
                        case_number, round, recipient_kind, created_at)
                    select gen_random_uuid(), 'left:' || ? || n, 'CUSTOMER_ACKNOWLEDGMENT', 2,
                        'WAITING', 'TEST', ?, ?, n, 'CUSTOMER', now() - n * interval '1 second'
                    from generate_series(1, ?) n
                    """,
                    story.caseId,
                    UUID.fromString(story.caseId),
                    story.caseNumber,
                    mails);
        });
    }

    private Sender sender(Clock now) {
        return new Sender(
                waiting,
                queue,
                author,
                server,
                outcomes,
                rule,
                loops,
                backlog,
                new SimpleMeterRegistry(),
                now);
    }

    private static double age(MeterRegistry figures, String kind) {
        return figures.get("messages.unsent.age.seconds").tag("kind", kind).gauge().value();
    }

    /** So far in the future that nobody sends it meanwhile. */
    private void isQueuedSince(String ago, Purpose purpose) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into message (id, dedup_key, purpose, priority, state, mode,
                            recipient_kind, created_at, queued_at, due_at)
                        values (gen_random_uuid(), gen_random_uuid()::text, ?, ?, 'QUEUED', 'REAL',
                            'STAFF', now() - cast(? as interval), now(), '2099-01-01')
                        """,
                        purpose.name(),
                        purpose.priority(),
                        ago));
    }

    private void sinceAnHour(Story story) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "update message set created_at = :then"
                                        + " where case_number = :number")
                        .bind("then", then())
                        .bind("number", story.caseNumber)
                        .execute());
    }

    private OffsetDateTime then() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select now()")
                        .mapTo(OffsetDateTime.class)
                        .one()
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .minus(Duration.ofMinutes(61)));
    }

    private static String awaitAlarm(String kind, String thing) {
        return String.valueOf(
                TestTopics.await(
                                "redress.alarms",
                                found -> {
                                    var text = String.valueOf(found.text());
                                    return text.contains(kind) && text.contains(thing);
                                })
                        .text());
    }
}
