package org.redress.escalation.foresight;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Names;

/**
 * What would happen to a case if nobody did anything.
 *
 * @param organisation the version by which it would
 * @param at from when on
 * @param complete whether nothing would happen after the last entry
 */
record Foreseen(long organisation, Instant at, List<Entry> timeline, boolean complete) {

    /** What would happen then. */
    @Schema(name = "ForeseenWhat")
    enum What {
        CLOCK_RUNS,
        CLOCK_WARNS,
        CLOCK_BREAKS,
        PAGED,
        EXHAUSTED,
        WATCH_PAGED
    }

    /**
     * One thing.
     *
     * @param clock of which promise, where it is of one
     * @param dueAt when the promise is due, or by when the person has to answer
     * @param person who is paged, or reminded, if anybody is
     * @param policy by which they are
     * @param says the same in a sentence
     */
    @Schema(name = "ForeseenEntry")
    record Entry(
            Instant at,
            What what,
            @Nullable ClockName clock,
            @Nullable Instant dueAt,
            @Nullable PersonId person,
            @Nullable String role,
            @Nullable Holder holder,
            @Nullable UnitPath unit,
            @Nullable String policy,
            @Nullable Integer step,
            @Nullable Integer repeat,
            Names says) {}

    Foreseen {
        timeline = List.copyOf(timeline);
    }
}
