package org.redress.escalation.paging;

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

/** Goes on to the next person when the time for an answer is over. */
@ApplicationScoped
class DueEscalations implements DueRows {

    private final Escalations escalations;
    private final PagingDesk desk;
    private final Alarms alarms;

    DueEscalations(Escalations escalations, PagingDesk desk, Alarms alarms) {
        this.escalations = escalations;
        this.desk = desk;
        this.alarms = alarms;
    }

    @Produces
    DueWork work() {
        return new DueBatch(this);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return escalations.due(now, limit);
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        return desk.fire(rows, now);
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        return escalations.postpone(row, now, until);
    }

    @Override
    public Optional<Instant> next() {
        return escalations.next();
    }

    @Override
    public void wasPutOff(UUID row, Throwable failure) {
        alarms.report(
                "NOT_FIRED",
                "escalation",
                "a row that is due cannot be fired: " + failure.getClass().getSimpleName(),
                null);
    }
}
