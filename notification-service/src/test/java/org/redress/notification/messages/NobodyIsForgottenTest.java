package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Contracts;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.mails.Contact;

/** What cannot reach a customer, or waits too long, reaches a person. */
@WithNotification
class NobodyIsForgottenTest {
    @Inject MailServer server;
    @Inject SmtpSettings settings;
    @Inject Contact contact;
    @Inject Backlog backlog;
    @Inject MeterRegistry metrics;
    @Inject Jdbi jdbi;

    @Test
    void aCustomersMailThatTheServerRefusesForGoodIsAnAlarm() {
        // given
        var refusing =
                new MailServer(settings, contact) {
                    @Override
                    Outcome send(Envelope envelope) {
                        return new Outcome.Refused("the mail server answered 550");
                    }
                };
        QuarkusMock.installMockForInstance(refusing, server);

        // when
        var kettle = Story.kettle().hasACustomer().isRegistered();

        // then
        var alarm = awaitAlarm("CUSTOMER_NOT_REACHED", kettle.caseNumber);
        assertThat(alarm).contains("the mail server answered 550").doesNotContain("@example");
        assertThat(Contracts.faults("common/alarm.reported.v1", alarm)).isEmpty();
    }

    @Test
    void aResolutionWhoseCaseNeverComesIsCountedHasAnAgeAndIsAnAlarm() {
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

    private void sinceAnHour(Story story) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "update messages set created_at = :then"
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
