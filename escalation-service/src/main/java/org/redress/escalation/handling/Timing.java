package org.redress.escalation.handling;

import jakarta.persistence.MappedSuperclass;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Milestone;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.Answer;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ledger.Booking;

/** Who may change by when something is due. */
@MappedSuperclass
abstract class Timing extends Ownership {

    private static final Duration LONGEST_PROMISE = Duration.ofDays(366);

    /** For the database. */
    Timing() {}

    Timing(CaseRef customerCase, UnitPath reception, Promises told, Origin origin, Instant at) {
        super(customerCase, reception, told, origin, at);
    }

    /**
     * A manager above the handler promises the customer another time, sooner or later (IN-11,
     * ES-02). The customer was promised the first round only; nobody is told seconds.
     */
    Outcome promise(Milestone milestone, Instant dueAt, String reason, Hand hand, Instant at) {
        Instant told = dueAt.truncatedTo(ChronoUnit.MINUTES);
        boolean kept = milestone == Milestone.FIRST_RESPONSE && responded;
        return switch (status) {
            case NEW -> new Outcome.NotAssessed();
            case RESOLVED, CLOSED -> new Outcome.Over(status);
            case ASSIGNED, IN_PROGRESS -> {
                if (hand.person().equals(handler)) {
                    yield new Outcome.FourEyes(hand.person());
                }
                if (round > 1 || kept) {
                    yield new Outcome.NothingPromised();
                }
                if (!told.isAfter(at) || told.isAfter(at.plus(LONGEST_PROMISE))) {
                    yield new Outcome.Unfit("dueAt", "must lie ahead, and no more than a year");
                }
                yield promiseAnew(milestone, told, reason, hand, at);
            }
        };
    }

    /** Its clocks are stopped and started by the handler, or by a manager for them. */
    Outcome time(Hand hand, Instant at, Supplier<Answer> command) {
        Optional<Outcome> refused =
                hand.manages() ? Optional.empty() : atWork().or(() -> inHandsOf(hand));
        return refused.orElseGet(() ->
                switch (command.get()) {
                    case Answer.Done _ -> {
                        changedAt = at;
                        yield new Outcome.Unchanged();
                    }
                    case Answer.Refused(Booking.Refused why) -> new Outcome.NotTimed(why);
                    case Answer.Over(CaseClock.State state) -> new Outcome.ClockOver(state);
                });
    }

    private Outcome promiseAnew(
            Milestone milestone, Instant told, String reason, Hand hand, Instant at) {
        Instant before = promises().of(milestone.clock());
        if (told.equals(before)) {
            return new Outcome.Unchanged();
        }
        promises = promises().with(milestone, told);
        changedAt = at;
        return new Outcome.Done(
                new HandlingEvent.PromiseChanged(
                        facts(), status, milestone, before, told, reason, hand.actor(), at));
    }
}
