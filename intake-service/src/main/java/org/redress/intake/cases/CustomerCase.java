package org.redress.intake.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseEvent.ContactLogged;
import org.redress.intake.cases.CaseEvent.Corrected;
import org.redress.intake.cases.CaseEvent.SatisfactionRecorded;
import org.redress.intake.cases.CaseEvent.Stamp;
import org.redress.intake.cases.CaseEvent.Withdrawn;
import org.redress.intake.cases.Decision.Accepted;
import org.redress.intake.cases.Decision.Refused;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.staff.Actor;
import org.redress.intake.timetable.Timetable;

/**
 * A registered case. It decides what may still happen to it from its own state and from where its
 * handling stands, and never changes in place: an accepted wish yields an event with the next
 * state.
 *
 * @param unit the unit of the agent who registered it
 * @param version counts the changes of the record, from 1
 */
public record CustomerCase(
        CaseId id,
        CaseNumber number,
        CustomerId customerId,
        Mode mode,
        Channel channel,
        String unit,
        String registeredBy,
        Instant registeredAt,
        Report report,
        Timetable timetable,
        SatisfactionCheck satisfaction,
        @Nullable Instant withdrawnAt,
        long version) {

    public CustomerCase {
        Objects.requireNonNull(id);
        Objects.requireNonNull(number);
        Objects.requireNonNull(customerId);
        Objects.requireNonNull(report);
    }

    /** A conversation may be noted whatever the state. */
    public Decision log(Contact contact, Standing standing, Actor by, Instant now) {
        return new Accepted(new ContactLogged(this, stamp(standing, by, now), contact));
    }

    /** Puts right what was taken down wrong, as long as somebody can still act on it. */
    public Decision correct(
            Correction wanted, String reason, Standing standing, Actor by, Instant now) {
        if (isOver(standing)) {
            return new Refused("The case is over; log a contact or register a new case.");
        }
        Correction correction = wanted.against(report);
        if (correction.isEmpty()) {
            return new Refused("The case already says so.");
        }
        CustomerCase corrected = with(report.corrected(correction), satisfaction, withdrawnAt);
        return new Accepted(new Corrected(corrected, stamp(standing, by, now), correction, reason));
    }

    /**
     * Records what the customer said of the resolution; once per round, until they were reached. A
     * customer who comes back not satisfied opens a closed case again (IN-20).
     *
     * @param reopenWithin how long after the closure that is possible
     */
    public Decision record(
            Satisfaction answer,
            @Nullable String note,
            Standing standing,
            Actor by,
            Instant now,
            Duration reopenWithin) {
        boolean comesBack =
                answer == Satisfaction.NOT_SATISFIED && standing.canBeReopened(now, reopenWithin);
        if (withdrawnAt != null || (standing.status() != Status.RESOLVED && !comesBack)) {
            return new Refused(
                    "Only a resolved case is asked about; this one is %s."
                            .formatted(withdrawnAt == null ? standing.status() : "withdrawn"));
        }
        if (satisfaction.isSettledIn(standing.round())
                && !(comesBack && satisfaction.outcome() == Satisfaction.SATISFIED)) {
            return new Refused("The customer has already answered in this round.");
        }
        SatisfactionCheck check = satisfaction.next(standing.round(), answer);
        return new Accepted(
                new SatisfactionRecorded(
                        with(report, check, withdrawnAt),
                        stamp(standing, by, now),
                        answer,
                        check.attempts(),
                        note));
    }

    /** The customer takes it back. */
    public Decision withdraw(String reason, Standing standing, Actor by, Instant now) {
        if (isOver(standing)) {
            return new Refused("The case is over already.");
        }
        return new Accepted(
                new Withdrawn(with(report, satisfaction, now), stamp(standing, by, now), reason));
    }

    private boolean isOver(Standing standing) {
        return withdrawnAt != null || standing.status() == Status.CLOSED;
    }

    private static Stamp stamp(Standing standing, Actor by, Instant now) {
        return new Stamp(now, standing.round(), by);
    }

    private CustomerCase with(
            Report nextReport, SatisfactionCheck nextCheck, @Nullable Instant nextWithdrawnAt) {
        return new CustomerCase(
                id,
                number,
                customerId,
                mode,
                channel,
                unit,
                registeredBy,
                registeredAt,
                nextReport,
                timetable,
                nextCheck,
                nextWithdrawnAt,
                version + 1);
    }
}
