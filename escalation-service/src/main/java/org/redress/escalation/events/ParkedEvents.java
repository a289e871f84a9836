package org.redress.escalation.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.escalation.handling.Outcome;

/** Applies parked events as soon as what they waited for is there. */
@ApplicationScoped
public class ParkedEvents {

    /** A revision that was lost on its way is not waited for any longer. */
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Park park;
    private final Intray intray;
    private final CasesAtHand atHand;

    ParkedEvents(Park park, Intray intray, CasesAtHand atHand) {
        this.park = park;
        this.intray = intray;
        this.atHand = atHand;
    }

    /** Applies those of these whose case has come that far, and lets the others rest. */
    public void retry(List<UUID> rows, Instant now) {
        List<Park.Parked> due = park.of(rows);
        atHand.add(due.stream().map(parked -> parked.event().caseId()).toList());
        for (Park.Parked parked : due) {
            boolean waitedLong = !now.isBefore(parked.since().plus(LONG));
            if (intray.apply(parked.event(), waitedLong) instanceof Outcome.Premature) {
                park.restAgain(parked, now);
            } else {
                park.remove(parked);
            }
        }
    }
}
