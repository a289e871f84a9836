package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ClockEvent;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.cohandling.CoHandlings;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.PagingDesk;
import org.redress.escalation.paging.Settlement;

/**
 * What follows from what happened to a case: which promises begin and end, who has to be reached.
 */
@ApplicationScoped
class Consequences {

    private final Handlings handlings;
    private final Clocks clocks;
    private final PagingDesk paging;
    private final CoHandlings coHandlings;

    Consequences(Handlings handlings, Clocks clocks, PagingDesk paging, CoHandlings coHandlings) {
        this.handlings = handlings;
        this.clocks = clocks;
        this.paging = paging;
        this.coHandlings = coHandlings;
    }

    void of(HandlingEvent event) {
        CaseId id = event.customerCase().id();
        switch (event) {
            case HandlingEvent.Assigned assigned -> {
                boolean sought = setClocks(assigned);
                setEscalation(assigned, sought);
            }
            case HandlingEvent.HandedOver passed -> {
                if (passed.isLeft()) {
                    clocks.move(passed.facts(), passed.at());
                    reachAnew(passed.facts(), passed.by(), passed.at());
                } else if (passed.handler() != null) {
                    paging.accepted(id, passed.handler(), passed.at());
                }
            }
            case HandlingEvent.Progressed progressed -> {
                switch (progressed.activity()) {
                    case ACCEPTED -> {
                        clocks.meet(
                                id,
                                Set.of(ClockName.UNIT_RECEIPT),
                                progressed.by(),
                                progressed.at());
                        paging.accepted(id, progressed.handler(), progressed.at());
                    }
                    case FIRST_RESPONSE -> {
                        clocks.meet(
                                id,
                                Set.of(ClockName.FIRST_RESPONSE),
                                progressed.by(),
                                progressed.at());
                        heard(id, progressed.by(), progressed.at());
                    }
                    case NOTE -> {}
                }
            }
            case HandlingEvent.Resolved resolved -> {
                clocks.meet(id, ClockName.KEPT_BY_AN_ANSWER, resolved.by(), resolved.at());
                clocks.endAll(id, ClockName.UNIT_ANSWER, resolved.at());
                clocks.start(ClockName.SATISFACTION_CALLBACK, factsOf(id), null, resolved.at());
                paging.settle(
                        id, Settlement.RESOLVED, resolved.handler(), resolved.by(), resolved.at());
            }
            case HandlingEvent.Reopened reopened -> {
                called(id, reopened.by(), reopened.at());
                clocks.startRound(reopened.facts(), reopened.at());
                paging.raise(reopened.facts(), Trigger.REOPENED, reopened.by(), reopened.at());
            }
            case HandlingEvent.PromiseChanged changed -> {
                clocks.promise(
                        changed.facts(), changed.milestone().clock(), changed.by(), changed.at());
                heard(id, changed.by(), changed.at());
            }
            case HandlingEvent.CoHandled coHandled ->
                    coHandlings.keep(id, coHandled.facts().priority(), timed(coHandled));
            case HandlingEvent.Escalated escalated ->
                    paging.press(escalated.facts(), escalated.by(), escalated.at());
            case HandlingEvent.Urged _,
                    HandlingEvent.ProblemDeclared _,
                    HandlingEvent.Directed _,
                    HandlingEvent.Noted _,
                    HandlingEvent.Verified _,
                    HandlingEvent.EndProposed _,
                    HandlingEvent.EndRefused _ -> {}
            case HandlingEvent.Closed closed -> {
                if (closed.closedAs().isAnswer()) {
                    clocks.meet(id, ClockName.KEPT_BY_AN_ANSWER, closed.by(), closed.at());
                }
                if (closed.closedAs().isOutcome()) {
                    called(id, closed.by(), closed.at());
                }
                clocks.endAll(id, closed.at());
                Settlement as =
                        closed.closedAs() == ClosedAs.WITHDRAWN
                                ? Settlement.WITHDRAWN
                                : Settlement.CLOSED;
                paging.settle(id, as, null, closed.by(), closed.at());
            }
        }
    }

    /** The unit that is asked has a clock of its own; the lead may want the answer sooner. */
    private CoHandling timed(HandlingEvent.CoHandled coHandled) {
        CoHandling of = coHandled.coHandling();
        CaseId id = coHandled.customerCase().id();
        String reference = of.coHandlingId().toString();
        Instant at = coHandled.at();
        return switch (of.state()) {
            case REQUESTED, RETURNED ->
                    clocks.start(
                                    ClockName.UNIT_ANSWER,
                                    coHandled.facts().in(of.unit()),
                                    reference,
                                    at)
                            .map(clock -> of.dueNoLaterThan(clock.dueAt()))
                            .orElse(of);
            case RECEIVED -> of;
            case ANSWERED -> {
                clocks.meet(id, ClockName.UNIT_ANSWER, reference, coHandled.by(), at);
                yield of;
            }
            case ACCEPTED, WITHDRAWN -> {
                clocks.end(id, ClockName.UNIT_ANSWER, reference, at);
                yield of;
            }
        };
    }

    /** The customer and we have talked: the silence that may follow begins anew (IN-12). */
    void heard(CaseId id, Actor by, Instant at) {
        clocks.restart(ClockName.KEEP_INFORMED, factsOf(id), by, at);
    }

    /** It is known what the customer says of the resolution (IN-19). */
    private void called(CaseId id, Actor by, Instant at) {
        clocks.meet(id, ClockName.SATISFACTION_CALLBACK, null, by, at);
    }

    private CaseFacts factsOf(CaseId id) {
        return handlings.lock(id).orElseThrow().facts();
    }

    /** The clocks that these cases have until they are judged; their rows say when that is. */
    Map<CaseId, CaseClock> timed(List<Handling> opened) {
        Map<CaseId, CaseClock> timed = new HashMap<>();
        for (Handling handling : opened) {
            clocks.ofTriage(handling.facts(), handling.openedAt)
                    .ifPresent(clock -> {
                        handling.dueNext(Optional.of(ClockView.of(clock)), false);
                        timed.putIfAbsent(handling.id(), clock);
                    });
        }
        return timed;
    }

    /** They begin with their cases. */
    void begun(List<CaseClock> opened) {
        clocks.begin(opened);
    }

    /** Whether somebody may be being reached because nobody had judged the case. */
    private boolean setClocks(HandlingEvent.Assigned assigned) {
        CaseFacts facts = assigned.facts();
        Instant now = assigned.at();
        if (assigned.change().first()) {
            return clocks.startFirstRound(facts, assigned.by(), now);
        } else if (assigned.change().moved() && assigned.status() == Status.ASSIGNED) {
            clocks.move(facts, now);
        } else {
            clocks.tighten(facts, now);
        }
        return false;
    }

    /**
     * A case that became graver, or went to another unit, concerns other people than before. One
     * whose customer has an answer wakes nobody; if it is reopened, its new severity counts.
     */
    private void setEscalation(HandlingEvent.Assigned assigned, boolean sought) {
        if (assigned.status() == Status.RESOLVED) {
            return;
        }
        CaseFacts facts = assigned.facts();
        HandlingEvent.Assigned.Change change = assigned.change();
        boolean urgent = facts.assessment().severity().isUrgent();
        if (change.first() && !sought) {
            if (urgent) {
                paging.raiseFirst(facts, assigned.at());
            }
        } else if (sought || change.moved() || (urgent && change.graver())) {
            reachAnew(facts, assigned.by(), assigned.at());
        } else if (change.calmedDown()) {
            paging.calmDown(facts.ref().id(), assigned.by(), assigned.at());
        }
    }

    /** Whose the case is now is reached, if it is urgent or the customer had to come back. */
    private void reachAnew(CaseFacts facts, Actor by, Instant at) {
        boolean again = facts.round() > 1;
        if (again || facts.assessment().severity().isUrgent()) {
            paging.raise(facts, again ? Trigger.REOPENED : Trigger.SEVERITY, by, at);
        } else {
            paging.settle(facts.ref().id(), Settlement.MOVED, null, by, at);
        }
    }

    /** The lists are ordered by what is due next, which a warning or a breach does not change. */
    void onClock(@Observes ClockEvent event) {
        if (!(event instanceof ClockEvent.Warned || event instanceof ClockEvent.Breached)) {
            CaseId id = event.clock().customerCase().id();
            handlings
                    .lock(id)
                    .ifPresent(handling ->
                            handling.dueNext(clocks.dueNext(id), clocks.waitsForCustomer(id)));
        }
    }

    /** A broken promise is told to somebody above, as the rule of its clock says (ES-04). */
    void onBreach(@Observes ClockEvent.Breached breach) {
        if (breach.open()) {
            openCase(breach.clock())
                    .ifPresent(facts ->
                            paging.raiseOverdue(
                                    facts,
                                    breach.clock().name(),
                                    breach.clock().reference(),
                                    breach.at()));
        }
    }

    /** A promise that is near reaches somebody, if the rule of its clock names a policy for it. */
    void onWarning(@Observes ClockEvent.Warned warning) {
        openCase(warning.clock())
                .ifPresent(facts ->
                        paging.raiseNear(
                                facts,
                                warning.clock().name(),
                                warning.clock().reference(),
                                warning.at()));
    }

    private Optional<CaseFacts> openCase(CaseClock clock) {
        return handlings
                .lock(clock.customerCase().id())
                .filter(handling -> handling.status() != Status.CLOSED)
                .map(handling -> handling.facts().in(clock.unit()));
    }
}
