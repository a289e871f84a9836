package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.redress.local.testing.TestTopics.publish;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

@WithInfrastructure
class APersonIsAlarmedTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final UUID about = UuidCreator.getTimeOrderedEpoch();
    private final Alarms alarms;
    private final AlarmEvents events;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final MeterRegistry metrics;

    APersonIsAlarmedTest(
            Alarms alarms, AlarmEvents events, Outbox outbox, Jdbi jdbi, MeterRegistry metrics) {
        this.alarms = alarms;
        this.events = events;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.metrics = metrics;
    }

    @Test
    void an_alarm_arrives_as_an_event_about_a_thing() {
        // when
        alarms.report("UNIT_UNKNOWN", about.toString(), "no such unit\n", about);

        // then
        var alarm =
                TestTopics.await("redress.alarms", message -> isAbout(message, about.toString()));
        assertThat(alarm.key()).isEqualTo("tester");
        assertThat(alarm.type()).isEqualTo("redress.alarm.reported.v1");
        assertThat(alarm.attribute("mode")).isEqualTo("REAL");
        assertThat(alarm.attribute("correlationid")).isEqualTo(about.toString());
        assertThat(alarm.json().path("kind").asText()).isEqualTo("UNIT_UNKNOWN");
        assertThat(alarm.json().path("reason").asText()).isEqualTo("no such unit");
        assertThat(alarm.json().path("service").asText()).isEqualTo("tester");
        assertThat(alarm.json().path("count").asInt()).isOne();
        assertThat(alarm.json().path("caseId").asText()).isEqualTo(about.toString());
        assertThat(metrics.counter("alarms", "kind", "UNIT_UNKNOWN").count()).isPositive();
    }

    @Test
    void a_dead_letter_alarms() {
        // when
        publish("things", about.toString(), Envelopes.MADE, "rubbish");

        // then
        TestTopics.await(
                "redress.alarms",
                message ->
                        message.json().path("kind").asText().equals("DEAD_LETTER")
                                && message.json().path("thing").asText().equals("things"));
    }

    @Test
    void in_a_minute_one_is_told_and_the_next_says_how_many_there_were() throws Exception {
        // given
        var clock = new Clock[] {Clock.fixed(NOW, ZoneOffset.UTC)};
        var told = new ArrayList<OutboxRow>();
        var isAway = new boolean[] {false};
        EventSender sender =
                rows -> {
                    var failures = new LinkedHashMap<OutboxRow, Exception>();
                    if (isAway[0]) {
                        failures.put(rows.getFirst(), new IllegalStateException("away"));
                    } else {
                        told.addAll(rows);
                    }
                    return new EventSender.Sent(rows, failures);
                };
        var alone = new Alarms(sender, outbox, new SimpleMeterRegistry(), moved(clock), events);

        // when
        for (int i = 0; i < 5; i++) {
            alone.report("DEAD_LETTER", "things", "x", null);
            alone.tell();
        }

        // then
        assertThat(counts(told)).containsExactly(1);

        // when
        clock[0] = Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC);
        isAway[0] = true;
        assertThat(catchThrowable(alone::tell)).hasMessageContaining("alarms wait");
        isAway[0] = false;
        alone.tell();

        // then
        assertThat(counts(told)).containsExactly(1, 4);
        assertThat(alone.tell()).isGreaterThan(Duration.ofSeconds(50));
    }

    @Test
    void what_is_reported_on_commit_is_reported_only_then() {
        // when
        assertThatThrownBy(() ->
                        QuarkusTransaction.requiringNew()
                                .run(() -> {
                                    alarms.reportOnCommit(
                                            "NOT_REACHED", about.toString(), "x", about);
                                    throw new IllegalStateException("undo");
                                }))
                .hasMessage("undo");
        assertThat(waitingAlarms()).isZero();
        QuarkusTransaction.requiringNew()
                .run(() -> alarms.reportOnCommit("NOT_REACHED", about.toString(), "y", about));

        // then
        assertThat(waitingAlarms()).isOne();
        assertThat(metrics.counter("alarms", "kind", "NOT_REACHED").count()).isEqualTo(2);
    }

    private int waitingAlarms() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(*) from messaging.outbox where topic = 'redress.alarms' and convert_from(payload, 'UTF8') like ?")
                        .bind(0, "%" + about + "%")
                        .mapTo(Integer.class)
                        .one());
    }

    private static boolean isAbout(Message message, String thing) {
        return message.json().path("thing").asText().equals(thing);
    }

    private static List<Integer> counts(List<OutboxRow> told) {
        return told.stream()
                .map(row ->
                        EventJson.read(
                                row.payload() == null ? new byte[0] : row.payload(),
                                AlarmReported.class))
                .map(AlarmReported::count)
                .toList();
    }

    private static Clock moved(Clock[] clock) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock[0].instant();
            }
        };
    }
}
