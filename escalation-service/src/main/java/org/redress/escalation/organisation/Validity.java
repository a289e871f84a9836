package org.redress.escalation.organisation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From one moment until another, the last day included; a side that is not told is open. */
record Validity(@Nullable Moment from, @Nullable Moment until) {

    boolean holds(Instant at, ZoneId zone) {
        return !at.isBefore(begins(zone)) && at.isBefore(ends(zone));
    }

    boolean meets(Validity other, ZoneId zone) {
        return begins(zone).isBefore(other.ends(zone)) && other.begins(zone).isBefore(ends(zone));
    }

    /** Whether it holds at any instant at all. */
    boolean isForwards(ZoneId zone) {
        return begins(zone).isBefore(ends(zone));
    }

    Instant begins(ZoneId zone) {
        return from == null ? Instant.MIN : from.begins(zone);
    }

    Instant ends(ZoneId zone) {
        return until == null ? Instant.MAX : until.ends(zone);
    }

    Stream<Instant> edges(ZoneId zone) {
        return Stream.of(begins(zone), ends(zone));
    }
}
