package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.TestTopics;
import org.threeten.extra.MutableClock;

/** What waits for something that does not come is counted, aged and told to a person. */
@WithEscalation
class ParkedTooLongTest {

    @Inject MutableClock clock;
    @Inject MeterRegistry metrics;
    @Inject ParkWatch watch;

    @Test
    void an_event_whose_case_never_comes_alarms_somebody() {
        CaseStory story = CaseStory.unknown();
        story.assess(1, "CRITICAL", "hq/quality");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    watch.look();
                    assertThat(gauge("parked.events")).isPositive();
                });

        clock.add(Duration.ofMinutes(6));
        watch.look();

        assertThat(gauge("parked.oldest.age.seconds")).isGreaterThanOrEqualTo(360);
        TestTopics.await(
                "redress.alarms",
                message ->
                        message.text().contains("PARKED_TOO_LONG")
                                && message.json().path("service").asText().equals("escalation"));
        story.register();
        story.awaitStatus("NEW");
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
