package org.redress.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Trigger;

/**
 * Who would be reached about a case if nobody did anything: real escalations by an organisation's
 * real ladder, of which nobody is told.
 */
public final class Rehearsal {

    private final Organisation organisation;
    private final CaseFacts facts;
    private final Ladder ladder;
    private final boolean handled;
    private @Nullable Escalation latest;

    /**
     * How a case goes on.
     *
     * @param latest its latest escalation, which nothing else may change; none of a case that has
     *     none
     * @param handled whether somebody has accepted it
     */
    public Rehearsal(
            Organisation organisation,
            CaseFacts facts,
            @Nullable Escalation latest,
            boolean handled) {
        this.organisation = organisation;
        this.facts = facts;
        this.ladder = Ladder.of(organisation);
        this.latest = latest;
        this.handled = handled;
    }

    /** How a case goes on of which nobody has been told yet. */
    public Rehearsal(Organisation organisation, CaseFacts facts) {
        this(organisation, facts, null, false);
    }

    /** Somebody has to be reached. */
    public List<PagingEvent> raise(Trigger trigger, Instant now) {
        return begin(new Raising(organisation, facts, now).of(trigger), now);
    }

    /** A promise is near its end. */
    public List<PagingEvent> warn(ClockName clock, @Nullable String reference, Instant now) {
        return beginIfNobodyIsReached(
                new Raising(organisation, facts, now).near(clock, reference), now);
    }

    /** A promise is broken. */
    public List<PagingEvent> breach(ClockName clock, @Nullable String reference, Instant now) {
        return beginIfNobodyIsReached(
                new Raising(organisation, facts, now).overdue(clock, reference), now);
    }

    private List<PagingEvent> beginIfNobodyIsReached(Optional<Escalation> raised, Instant now) {
        boolean reached = latest != null && latest.isRunning();
        return reached || raised.isEmpty() ? List.of() : begin(raised.get(), now);
    }

    private List<PagingEvent> begin(Escalation escalation, Instant now) {
        latest = escalation;
        return escalation.begin(ladder, now);
    }

    /** When the next would be paged. */
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(latest).flatMap(Escalation::nextAt);
    }

    /** Nobody answered by then, or did what they said. */
    public List<PagingEvent> waited(Instant now) {
        Escalation before = latest;
        if (before == null) {
            return List.of();
        }
        List<PagingEvent> told = before.waited(ladder, now);
        return before.lapsed(now).map(why -> instead(before, why, now)).orElse(told);
    }

    private List<PagingEvent> instead(Escalation before, Trigger why, Instant now) {
        if (handled && why == Trigger.STILL_ON_IT) {
            return List.of();
        }
        latest = new Escalation(before.id(), before, why, now);
        return latest.take(before, ladder, Actor.timer("escalations"), now);
    }
}
