package org.redress.escalation.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.platform.due.DueBatch;
import org.redress.platform.due.DueRows;
import org.redress.platform.due.DueWork;
import org.redress.platform.messaging.Alarms;

/** Warns of promises and tells of broken ones when their time has come. */
@ApplicationScoped
class DueClocks implements DueRows {

    private final ClockTable table;
    private final Clocks clocks;
    private final Alarms alarms;

    DueClocks(ClockTable table, Clocks clocks, Alarms alarms) {
        this.table = table;
        this.clocks = clocks;
        this.alarms = alarms;
    }

    @Produces
    DueWork work() {
        return new DueBatch(this);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return table.due(now, limit);
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        List<CaseClock> claimed = table.claim(rows, now);
        clocks.keep(claimed.stream().map(clock -> clock.fireOrRest(now)).toList());
        return claimed.size();
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        return table.postpone(row, now, until);
    }

    @Override
    public Optional<Instant> next() {
        return table.next();
    }

    /** Whoever waits to be reached goes first. */
    @Override
    public int rank() {
        return 1;
    }

    @Override
    public void wasPutOff(UUID row, Throwable failure) {
        alarms.report(
                "NOT_FIRED",
                "case_clock",
                "a row that is due cannot be fired: " + failure.getClass().getSimpleName(),
                null);
    }
}
