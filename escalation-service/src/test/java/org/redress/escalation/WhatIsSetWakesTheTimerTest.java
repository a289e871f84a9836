package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.TestTopics;
import org.redress.platform.due.Wakeup;

/** The timer sleeps for seconds: whoever sets an instant that is sooner has to wake it. */
@WithEscalation
class WhatIsSetWakesTheTimerTest {

    @Inject TransactionSynchronizationRegistry transaction;
    @Inject Jdbi jdbi;

    private final Set<Instant> woken = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void the_timer_is_stood_in_for() {
        Wakeup listening =
                new Wakeup(transaction) {
                    @Override
                    public void at(Instant due) {
                        woken.add(due);
                    }
                };
        QuarkusMock.installMockForType(listening, Wakeup.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"case_clock", "escalation"})
    void by_a_case_that_is_urgent(String table) {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");

        assertThat(instants(table, "case_id = ?", UUID.fromString(story.id())))
                .isNotEmpty()
                .isSubsetOf(woken);
    }

    @Test
    void by_an_alert() {
        String thing = "redress.cases." + UUID.randomUUID();

        TestTopics.publish(
                "redress.alarms",
                "triage",
                "redress.alarm.reported.v1",
                """
                {"occurredAt": "2026-11-21T06:00:00Z", "recordedAt": "2026-11-21T06:00:00Z",
                 "actor": {"kind": "RULE", "id": "dead-letters"}, "alarmId": "%s", "kind": "DEAD_LETTER",
                 "service": "triage", "thing": "%s", "reason": "not JSON", "count": 1}
                """
                        .formatted(UUID.randomUUID(), thing));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertThat(instants("alert", "thing = ?", thing))
                                .isNotEmpty()
                                .isSubsetOf(woken));
    }

    private List<Instant> instants(String table, String condition, Object which) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select next_at from %s where %s and next_at is not null"
                                        .formatted(table, condition))
                        .bind(0, which)
                        .mapTo(Instant.class)
                        .list());
    }
}
