package org.redress.escalation.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.platform.due.DueBatch;
import org.redress.platform.due.DueRows;
import org.redress.platform.due.DueWork;

/** Goes on to the next who holds the watch when the time for an answer is over. */
@ApplicationScoped
class DueAlerts implements DueRows {

    private final Alerts alerts;
    private final WatchDesk desk;

    DueAlerts(Alerts alerts, WatchDesk desk) {
        this.alerts = alerts;
        this.desk = desk;
    }

    @Produces
    DueWork work() {
        return new DueBatch(this);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return alerts.due(now, limit);
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        return desk.fire(rows, now);
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        return alerts.postpone(row, now, until);
    }

    @Override
    public Optional<Instant> next() {
        return alerts.next();
    }
}
