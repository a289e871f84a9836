package org.redress.reporting.facts;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseEvent;

/**
 * Where a statement stands among those of its writer: by rank (the round, or the revision of an
 * assessment), then by the writer's version of the case. The clocks of its replicas decide nothing;
 * only among statements from before there were versions, which are the oldest, the one written down
 * last is the newer. The event's id, a UUIDv7, tells apart two of one transaction.
 */
public record Stamp(
        int rank, @Nullable Long version, Instant occurredAt, Instant recordedAt, String eventId)
        implements Comparable<Stamp> {
    private static final Comparator<Stamp> AGE =
            Comparator.comparingInt(Stamp::rank)
                    .thenComparingLong(stamp -> stamp.version == null ? 0 : stamp.version)
                    .thenComparing(Stamp::recordedAt)
                    .thenComparing(Stamp::occurredAt)
                    .thenComparing(Stamp::eventId);

    static Stamp of(CaseEvent event) {
        var about = event.about();
        return new Stamp(
                about.round(), about.version(), about.occurredAt(), about.recordedAt(), event.id());
    }

    Stamp ranked(int other) {
        return new Stamp(other, version, occurredAt, recordedAt, eventId);
    }

    @Override
    public int compareTo(Stamp other) {
        return AGE.compare(this, other);
    }
}
