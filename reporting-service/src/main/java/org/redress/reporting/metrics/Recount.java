package org.redress.reporting.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.redress.reporting.facts.CaseFact;

/**
 * Counts anew, whatever is in the tables: first what each case adds, then each day, so that no sum
 * is ever published that is over some of its cases only.
 */
@ApplicationScoped
public class Recount {
    private final Shares shares;
    private final DailyMetrics metrics;
    private final Event<MetricsChanged> changed;

    Recount(Shares shares, DailyMetrics metrics, Event<MetricsChanged> changed) {
        this.shares = shares;
        this.metrics = metrics;
        this.changed = changed;
    }

    /** Lets the shares of these cases be what their facts say; nothing is summed up yet. */
    public void share(List<CaseFact> facts) {
        shares.follow(facts);
    }

    /** The next day on which anything is counted. */
    public Optional<LocalDate> dayAfter(LocalDate last) {
        return metrics.dayAfter(last);
    }

    /**
     * Sums up a day and publishes the rows that are not as they were; one that nothing adds to any
     * more has zeros.
     *
     * @param everything publishes also the rows that are as they were
     * @return how many rows are published
     */
    public int count(LocalDate day, boolean everything, Instant now) {
        shares.dropStrays(day);
        var cells = metrics.cells(day);
        var summed = everything ? metrics.renew(cells, now) : metrics.refresh(cells, now);
        changed.fire(new MetricsChanged(summed));
        return summed.size();
    }
}
