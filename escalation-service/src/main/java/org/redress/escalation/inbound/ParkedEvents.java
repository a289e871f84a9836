package org.redress.escalation.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.escalation.timer.DueBatch;
import org.redress.escalation.timer.DueRows;
import org.redress.escalation.timer.DueWork;

/** Applies parked events as soon as what they waited for is there. */
@ApplicationScoped
class ParkedEvents implements DueRows {

    private final Park park;
    private final Intray intray;

    ParkedEvents(Park park, Intray intray) {
        this.park = park;
        this.intray = intray;
    }

    @Produces
    DueWork work() {
        return new DueBatch(this);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return park.ready(now, limit);
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        List<CaseEvent> taken = park.take(rows);
        taken.forEach(intray::apply);
        return taken.size();
    }

    @Override
    public void postpone(UUID row, Instant until) {
        park.postpone(row, until);
    }

    /** Not known beforehand: the timer is rung, and looks every second anyway. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
