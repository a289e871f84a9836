package org.redress.escalation.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.escalation.handling.Outcome;
import org.redress.platform.due.DueBatch;
import org.redress.platform.due.DueRows;
import org.redress.platform.due.DueWork;
import org.redress.platform.messaging.Alarms;

/** Applies parked events as soon as what they waited for is there. */
@ApplicationScoped
class ParkedEvents implements DueRows {

    /** A revision that was lost on its way is not waited for any longer. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Park park;
    private final Intray intray;
    private final Alarms alarms;

    ParkedEvents(Park park, Intray intray, Alarms alarms) {
        this.park = park;
        this.intray = intray;
        this.alarms = alarms;
    }

    @Produces
    DueWork work() {
        return new DueBatch(this);
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return park.due(now, limit);
    }

    @Override
    public int fire(List<UUID> rows, Instant now) {
        List<Park.Parked> claimed = park.claim(rows, now);
        for (Park.Parked parked : claimed) {
            boolean waitedLong = !now.isBefore(parked.since().plus(LONG));
            if (intray.apply(parked.event(), waitedLong) instanceof Outcome.Premature) {
                park.restAgain(parked, now);
            } else {
                park.remove(parked);
            }
        }
        return claimed.size();
    }

    @Override
    public boolean postpone(UUID row, Instant now, Instant until) {
        return park.postpone(row, now, until);
    }

    @Override
    public Optional<Instant> next() {
        return park.next();
    }

    @Override
    public void wasPutOff(UUID row, Throwable failure) {
        alarms.report(
                "NOT_FIRED",
                "parked_event",
                "a row that is due cannot be fired: " + failure.getClass().getSimpleName(),
                null);
    }
}
