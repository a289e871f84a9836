package org.redress.reporting.facts;

import java.time.Instant;
import java.util.Comparator;
import org.redress.reporting.events.CaseEvent;

/**
 * When something was said, so that of two statements from different topics the newer one is known:
 * by rank (the round, or the revision of an assessment), then by when it occurred, was written down
 * and, at last, by the event's id, which is a UUIDv7 and so tells apart two of one transaction.
 */
public record Stamp(int rank, Instant occurredAt, Instant recordedAt, String eventId)
        implements Comparable<Stamp> {
    private static final Comparator<Stamp> AGE =
            Comparator.comparingInt(Stamp::rank)
                    .thenComparing(Stamp::occurredAt)
                    .thenComparing(Stamp::recordedAt)
                    .thenComparing(Stamp::eventId);

    static Stamp of(CaseEvent event) {
        var about = event.about();
        return new Stamp(about.round(), about.occurredAt(), about.recordedAt(), event.id());
    }

    Stamp ranked(int other) {
        return new Stamp(other, occurredAt, recordedAt, eventId);
    }

    @Override
    public int compareTo(Stamp other) {
        return AGE.compare(this, other);
    }
}
