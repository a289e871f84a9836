package org.redress.escalation;

import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.events.ParkedEvents;
import org.redress.escalation.handling.Rebasing;
import org.redress.escalation.paging.PagingDesk;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.due.DueBatch;
import org.redress.platform.due.DueTable;
import org.redress.platform.due.DueWork;
import org.redress.platform.messaging.Alarms;

/** What falls due in this service. Whoever waits to be reached goes first. */
class DueWorks {

    /**
     * A page and a breach go on to their case: taking it only then, from one who holds it and waits
     * for the clock, would be a deadlock.
     */
    private static final String AND_ITS_CASE = "join handling using (case_id)";

    private static final String ALONE = "";

    /** Of what waits since a night, the grave is told before the rest. */
    private static final DueTable.Lanes GRAVEST_FIRST =
            new DueTable.Lanes("severity", List.of("CRITICAL", "HIGH", "MEDIUM", "LOW"));

    private static final int FIRST = 0;
    private static final int THEN = 1;

    private final Jdbi jdbi;
    private final Alarms alarms;

    DueWorks(Jdbi jdbi, Alarms alarms) {
        this.jdbi = jdbi;
        this.alarms = alarms;
    }

    @Produces
    DueWork escalations(PagingDesk desk) {
        return work("escalation", "next_at", AND_ITS_CASE, FIRST, desk::waited, GRAVEST_FIRST);
    }

    /** That an alert cannot be told is told to nobody: it would be one more alert. */
    @Produces
    DueWork alerts(WatchDesk desk) {
        return new DueBatch(
                new DueTable(jdbi, "alert", "next_at", ALONE, FIRST, desk::waited, (_, _) -> {}));
    }

    @Produces
    DueWork parkedEvents(ParkedEvents parked) {
        return work("parked_event", "retry_at", ALONE, FIRST, parked::retry, null);
    }

    @Produces
    DueWork clocks(Clocks clocks) {
        return work("case_clock", "next_at", AND_ITS_CASE, THEN, clocks::fire, null);
    }

    @Produces
    DueWork rebase(Rebasing rebasing) {
        return new DueBatch(rebasing);
    }

    private DueWork work(
            String table,
            String dueAt,
            String heldWith,
            int rank,
            BiConsumer<List<UUID>, Instant> effect,
            DueTable.@Nullable Lanes lanes) {
        BiConsumer<UUID, Throwable> alarm =
                (_, failure) ->
                        alarms.report(
                                "NOT_FIRED",
                                table,
                                "a row that is due cannot be fired: "
                                        + failure.getClass().getSimpleName(),
                                null);
        return new DueBatch(new DueTable(jdbi, table, dueAt, heldWith, rank, effect, alarm, lanes));
    }
}
