package org.redress.escalation.timer;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The only timer of the service: sleeps until something is due, never longer than a second, and
 * does it. What is due stands in the database, so a restart or a second replica loses and doubles
 * nothing, and a database that is away only makes it late.
 */
@ApplicationScoped
@Startup
public class DueLoop {

    private static final Logger LOG = Logger.getLogger(DueLoop.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(20);

    private final List<DueWork> works;
    private final Clock clock;
    private final boolean enabled;
    private final Alarm alarm;
    private Optional<Thread> thread = Optional.empty();
    private boolean wellSoFar = true;

    DueLoop(
            @All List<DueWork> works,
            Clock clock,
            Alarm alarm,
            @ConfigProperty(name = "redress.timer.enabled", defaultValue = "true")
                    boolean enabled) {
        this.works = works;
        this.clock = clock;
        this.alarm = alarm;
        this.enabled = enabled;
    }

    @PostConstruct
    void start() {
        if (enabled) {
            thread = Optional.of(Thread.ofVirtual().name("due-loop").start(this::loop));
        }
    }

    void stop(@Observes ShutdownEvent shutdown) throws InterruptedException {
        if (thread.isPresent()) {
            alarm.stop();
            thread.get().join(Duration.ofSeconds(5));
        }
    }

    private void loop() {
        while (!alarm.stopped()) {
            alarm.sleep(pass());
        }
    }

    /** One go; tells how long nothing will be due. */
    private Duration pass() {
        try {
            fireDue();
            Duration sleep = untilNext();
            if (!wellSoFar) {
                wellSoFar = true;
                LOG.info("timer goes on");
            }
            return sleep;
        } catch (RuntimeException failure) {
            if (wellSoFar) {
                wellSoFar = false;
                LOG.warnf(
                        failure,
                        "timer cannot fire what is due, tries again every %s",
                        LONGEST_SLEEP);
            }
            return LONGEST_SLEEP;
        }
    }

    private Duration untilNext() {
        Instant latest = clock.instant().plus(LONGEST_SLEEP);
        Instant next =
                works.stream()
                        .map(DueWork::next)
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(latest);
        Duration sleep = Duration.between(clock.instant(), next.isBefore(latest) ? next : latest);
        return sleep.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : sleep;
    }

    /** Does everything that is due now; tells how much it was. */
    public int fireDue() {
        Instant now = clock.instant();
        int total = 0;
        int fired;
        do {
            fired = works.stream().mapToInt(work -> work.fire(now)).sum();
            total += fired;
        } while (fired > 0);
        return total;
    }
}
