package org.redress.escalation.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.messaging.Alarms;

/**
 * Shows how much is parked and since when, in metrics, and alarms when something waits for what
 * seems not to come.
 */
@ApplicationScoped
@Startup
class ParkWatch {

    private final Park park;
    private final Alarms alarms;
    private final Clock clock;
    private final Duration tooLong;
    private volatile long waiting;
    private volatile Optional<Instant> oldest = Optional.empty();

    ParkWatch(
            Park park,
            Alarms alarms,
            MeterRegistry metrics,
            Clock clock,
            @ConfigProperty(name = "redress.parked-too-long") Duration tooLong) {
        this.park = park;
        this.alarms = alarms;
        this.clock = clock;
        this.tooLong = tooLong;
        Gauge.builder("parked.events", this, watch -> watch.waiting)
                .description("Events that came before what they speak of")
                .register(metrics);
        Gauge.builder("parked.oldest.age.seconds", this, watch -> watch.age().toSeconds())
                .description("How long the oldest parked event has waited")
                .register(metrics);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        waiting = park.waiting();
        oldest = park.oldest();
        if (age().compareTo(tooLong) > 0) {
            alarms.report(
                    "PARKED_TOO_LONG",
                    "parked_event",
                    "%d events wait for what has not come, the oldest for %d minutes"
                            .formatted(waiting, age().toMinutes()),
                    park.oldestCase().orElse(null));
        }
    }

    private Duration age() {
        return oldest.map(since -> Duration.between(since, clock.instant())).orElse(Duration.ZERO);
    }
}
