package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;

/**
 * Tells that something went wrong which a person must see to (NO-01, XX-07). An alarm goes straight
 * to the broker, not by the outbox: the database may be what is broken. It is counted in the metric
 * {@code alarms}, told at most once a minute for a kind and thing, and kept in memory while the
 * broker is away.
 */
@ApplicationScoped
public class Alarms {

    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);

    private final EventSender sender;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final AlarmEvents events;
    private final Tallies tallies = new Tallies(AT_MOST_EVERY);
    private volatile @Nullable Loop loop;

    @Inject
    Alarms(
            EventProducer producer,
            Outbox outbox,
            MeterRegistry metrics,
            Clock clock,
            AlarmEvents events) {
        this(EventSender.to(producer.producer()), outbox, metrics, clock, events);
    }

    Alarms(
            EventSender sender,
            Outbox outbox,
            MeterRegistry metrics,
            Clock clock,
            AlarmEvents events) {
        this.sender = sender;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
        this.events = events;
    }

    void start(@Observes StartupEvent event, Loops loops) {
        loop = loops.start("alarms", this::tell);
    }

    /**
     * Reports now, whatever becomes of a running transaction; never fails and never waits.
     *
     * @param kind what sort of thing it is, like {@code DEAD_LETTER}
     * @param thing what it happened to: a topic, a unit, a number; never personal data
     * @param reason why, in words for an operator; never the words of an event
     * @param caseId what it concerns, by its correlation id, if known
     */
    public void report(String kind, String thing, String reason, @Nullable UUID caseId) {
        count(kind);
        if (tallies.add(new Alarm(kind, thing, reason, caseId), clock.instant())) {
            var teller = loop;
            if (teller != null) {
                teller.wake();
            }
        }
    }

    /** Reports if the running transaction commits, and then for certain. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reportOnCommit(String kind, String thing, String reason, @Nullable UUID caseId) {
        count(kind);
        var alarm = new Alarm(kind, thing, reason, caseId);
        var now = clock.instant();
        outbox.add(events.event(alarm, 1, now, now));
    }

    /** Sends what may be told by now; tells how long to rest. */
    Duration tell() throws InterruptedException {
        for (var tally : tallies.due(clock.instant())) {
            var now = clock.instant();
            var event = events.event(tally.alarm(), tally.count(), tally.since(), now);
            var failures = sender.send(List.of(events.row(event))).failures();
            if (!failures.isEmpty()) {
                throw new IllegalStateException(
                        "alarms wait: the broker does not take them",
                        failures.values().iterator().next());
            }
            tallies.told(tally, now);
        }
        return tallies.rest(clock.instant());
    }

    private void count(String kind) {
        metrics.counter("alarms", "kind", kind).increment();
    }
}
