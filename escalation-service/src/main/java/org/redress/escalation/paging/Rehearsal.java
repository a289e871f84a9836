package org.redress.escalation.paging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.clocks.ClockView;
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
    private @Nullable Escalation latest;

    /**
     * How a case goes on.
     *
     * @param latest its latest escalation, which nothing else may change; none of a case that has
     *     none
     */
    public Rehearsal(Organisation organisation, CaseFacts facts, @Nullable Escalation latest) {
        this.organisation = organisation;
        this.facts = facts;
        this.ladder = Ladder.of(organisation);
        this.latest = latest;
    }

    /** Somebody has to be reached. */
    public List<PagingEvent> raise(Trigger trigger, Instant now) {
        return begin(new Raising(organisation, facts, now).of(trigger), now);
    }

    /** A promise is near its end. */
    public List<PagingEvent> warn(ClockView clock, Instant now) {
        return beginIfNobodyIsReached(
                new Raising(organisation, facts, now).near(clock.clock(), clock.reference()), now);
    }

    /** A promise is broken. */
    public List<PagingEvent> breach(ClockView clock, Instant now) {
        return beginIfNobodyIsReached(
                new Raising(organisation, facts, now).overdue(clock.clock(), clock.reference()),
                now);
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

    /** Nobody answered by then. */
    public List<PagingEvent> waited(Instant now) {
        return latest == null ? List.of() : latest.waited(ladder, now);
    }
}
