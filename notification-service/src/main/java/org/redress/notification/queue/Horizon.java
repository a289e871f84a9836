package org.redress.notification.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Before which instant nothing waits any more, lane by lane. A transaction that is held open beside
 * the queue, a backup say, keeps dead rows from being cleaned away; without a horizon every claim
 * walks over all of them again. What commits late, or is dated by a clock that is slow, is within a
 * margin; what lies before that is found by a look from the start, now and then, and so is what a
 * sender left that died.
 */
final class Horizon {

    private static final Duration MARGIN = Duration.ofSeconds(10);
    private static final long FROM_THE_START_EACH = Duration.ofSeconds(5).toNanos();

    private final LongSupplier nanos;
    private final SortedMap<Integer, Instant> lanes = new TreeMap<>();
    private Instant lookedAt = Instant.MIN;
    private long fromTheStartAt;
    private boolean fromTheStart;

    Horizon(List<Integer> lanes) {
        this(lanes, System::nanoTime);
    }

    Horizon(List<Integer> lanes, LongSupplier nanos) {
        this.nanos = nanos;
        this.fromTheStartAt = nanos.getAsLong() - FROM_THE_START_EACH;
        lanes.forEach(lane -> this.lanes.put(lane, Instant.EPOCH));
    }

    /**
     * From where a claim looks.
     *
     * @param lanes for each lane, in their order
     * @param lapsed among the claims that have run out
     */
    record Look(List<Instant> lanes, Instant lapsed) {

        private static final Instant NOWHERE = Instant.parse("9999-01-01T00:00:00Z");

        static Look fromTheStart(int lanes) {
            return new Look(Collections.nCopies(lanes, Instant.EPOCH), Instant.EPOCH);
        }
    }

    /** For the next claim. */
    Look look(Instant now) {
        long at = nanos.getAsLong();
        fromTheStart = now.isBefore(lookedAt) || at - fromTheStartAt >= FROM_THE_START_EACH;
        lookedAt = now;
        if (fromTheStart) {
            fromTheStartAt = at;
            return Look.fromTheStart(lanes.size());
        }
        return new Look(List.copyOf(lanes.values()), Look.NOWHERE);
    }

    /** The look found all that was due. */
    void foundAll() {
        lanes.replaceAll((_, _) -> aLittleBefore(lookedAt));
    }

    /** More was due than could be taken, and this was the last: nothing is left in lanes before. */
    void cameTo(int lane, Instant due) {
        if (!fromTheStart) {
            lanes.headMap(lane).replaceAll((_, _) -> aLittleBefore(lookedAt));
            lanes.put(lane, aLittleBefore(due));
        }
    }

    private static Instant aLittleBefore(Instant instant) {
        return instant.minus(MARGIN);
    }
}
