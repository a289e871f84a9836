package org.redress.escalation.paging;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.Trigger;
import org.redress.platform.due.Wakeup;

/** Raises, drives and ends escalations, each in the transaction of what made it do so. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PagingDesk {

    private static final Logger LOG = Logger.getLogger(PagingDesk.class);

    private final Escalations escalations;
    private final OrganisationStore organisation;
    private final Event<PagingEvent> events;
    private final CasesAtHand atHand;
    private final Wakeup wakeup;

    PagingDesk(
            Escalations escalations,
            OrganisationStore organisation,
            Event<PagingEvent> events,
            CasesAtHand atHand,
            Wakeup wakeup) {
        this.escalations = escalations;
        this.organisation = organisation;
        this.events = events;
        this.atHand = atHand;
        this.wakeup = wakeup;
    }

    /**
     * Reaches somebody about the case; what ran before, for a lesser reason or elsewhere, is over.
     */
    public void raise(CaseFacts facts, Trigger trigger, Actor by, Instant now) {
        settle(facts.ref().id(), Settlement.SUPERSEDED, null, by, now);
        // Hibernate adds before it changes, and two may not run at once.
        escalations.flush();
        begin(facts, trigger, now);
    }

    /** Reaches somebody about a case of which nobody has been told yet. */
    public void raiseFirst(CaseFacts facts, Instant now) {
        begin(facts, Trigger.SEVERITY, now);
    }

    /** Reaches whom the rule of the broken clock says, unless somebody is being reached already. */
    public void raiseOverdue(
            CaseFacts facts, ClockName clock, @Nullable String reference, Instant now) {
        raiseIfNobodyIsReached(facts, raising(facts, now).overdue(clock, reference), now);
    }

    /** Reaches whom the rule of the clock that is near says, as {@link #raiseOverdue}. */
    public void raiseNear(
            CaseFacts facts, ClockName clock, @Nullable String reference, Instant now) {
        raiseIfNobodyIsReached(facts, raising(facts, now).near(clock, reference), now);
    }

    private void raiseIfNobodyIsReached(CaseFacts facts, Optional<Escalation> raised, Instant now) {
        if (raised.isPresent()
                && escalations.lockOpen(facts.ref().id()).stream()
                        .noneMatch(Escalation::isRunning)) {
            begin(raised.get(), now);
        }
    }

    private Raising raising(CaseFacts facts, Instant now) {
        return new Raising(organisation.current(), facts, now);
    }

    private void begin(CaseFacts facts, Trigger trigger, Instant now) {
        begin(raising(facts, now).of(trigger), now);
    }

    private void begin(Escalation escalation, Instant now) {
        List<PagingEvent> begun = escalation.begin(ladder(), now);
        escalations.begin(escalation);
        begun.forEach(this::tell);
    }

    /** The latest escalation of the case if anything is still to come of it, only to look at. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public @Nullable Escalation open(CaseId customerCase) {
        return escalations.lookAtOpen(customerCase).orElse(null);
    }

    /**
     * Nobody needs to be reached about the case any more, and who was paged is told so.
     *
     * @param handler who works on the case or resolved it, if anybody does
     */
    public void settle(
            CaseId customerCase, Settlement as, @Nullable PersonId handler, Actor by, Instant now) {
        settle(escalations.lockOpen(customerCase), as, handler, by, now);
    }

    /** The case is not as grave as it was: nobody needs to be reached for that reason. */
    public void calmDown(CaseId customerCase, Actor by, Instant now) {
        settle(
                escalations.lockOpen(customerCase).stream()
                        .filter(escalation -> escalation.cause().trigger() == Trigger.SEVERITY)
                        .toList(),
                Settlement.CALMED,
                null,
                by,
                now);
    }

    private void settle(
            List<Escalation> open,
            Settlement as,
            @Nullable PersonId handler,
            Actor by,
            Instant now) {
        open.stream()
                .map(escalation -> escalation.settle(as, handler, by, now))
                .flatMap(Optional::stream)
                .forEach(this::tell);
    }

    /**
     * Somebody works on the case now; if it is one of those who were paged, that is their answer.
     */
    public void accepted(CaseId customerCase, PersonId person, Instant now) {
        escalations.lockOpen(customerCase).stream()
                .filter(escalation -> escalation.wasPaged(person))
                .forEach(escalation -> acknowledge(escalation, person, Via.API, now));
    }

    /**
     * The word of a person who was shown this escalation. Who may give it is the door's to know.
     */
    public Optional<Acknowledgment> acknowledge(
            UUID escalationId, PersonId person, Via via, Instant now) {
        return escalations
                .lock(escalationId)
                .map(escalation -> acknowledge(escalation, person, via, now));
    }

    /**
     * The word of a person who answered a page by its link.
     *
     * @return empty if there is no such escalation
     */
    public Optional<Acknowledgment> acknowledge(
            UUID escalationId, UUID pageId, PersonId person, Via via, Instant now) {
        return escalations
                .lock(escalationId)
                .map(escalation ->
                        escalation.paged(pageId, person)
                                ? acknowledge(escalation, person, via, now)
                                : new Acknowledgment.NotPaged());
    }

    /** A manager has it from now on, whoever had it. */
    public Optional<Acknowledgment> takeOver(
            UUID escalationId, PersonId person, @Nullable String why, Instant now) {
        return escalations
                .lock(escalationId)
                .map(escalation -> tell(escalation.takeOver(person, why, now)));
    }

    private Acknowledgment acknowledge(
            Escalation escalation, PersonId person, Via via, Instant now) {
        return tell(escalation.acknowledge(person, via, now));
    }

    private Acknowledgment tell(Acknowledgment answer) {
        escalations.flush();
        if (answer instanceof Acknowledgment.Accepted(PagingEvent.Acknowledged event)) {
            tell(event);
        }
        if (answer instanceof Acknowledgment.TakenOver(PagingEvent.Done event)) {
            tell(event);
        }
        return answer;
    }

    /** What a person does to an escalation besides that. */
    @FunctionalInterface
    public interface Verb {
        /** Does it. */
        Reply put(Escalation escalation, Ladder ladder, Instant now);
    }

    /** Somebody does something to an escalation. Who may is the door's to know. */
    public Optional<Reply> apply(UUID escalationId, Verb verb, Instant now) {
        return escalations
                .lock(escalationId)
                .map(escalation -> {
                    Reply reply = verb.put(escalation, ladder(), now);
                    escalations.flush();
                    switch (reply) {
                        case Reply.Done(List<PagingEvent> events) -> events.forEach(this::tell);
                        case Reply.GoesOn(PagingEvent.Done told) -> {
                            tell(told);
                            goOn(escalation, Trigger.BY_HAND, told.by(), now);
                        }
                        case Reply.Refused _, Reply.Unfit _ -> {}
                    }
                    return reply;
                });
    }

    /**
     * Somebody wants it (ES-04): the next of the escalation that runs is paged now, or one begins.
     */
    public void press(CaseFacts facts, Actor by, Instant now) {
        Optional<Escalation> running =
                escalations.lockOpen(facts.ref().id()).stream()
                        .filter(Escalation::isRunning)
                        .findFirst();
        running.ifPresentOrElse(
                escalation -> escalation.goOn(ladder(), by, now).forEach(this::tell),
                () -> raise(facts, Trigger.BY_HAND, by, now));
    }

    /**
     * Another escalation goes on where this one was acknowledged. Where somebody is being reached
     * already, only for that nobody has come; and who has accepted the case need not be asked
     * whether they still have it.
     */
    private void goOn(Escalation before, Trigger why, Actor by, Instant now) {
        CaseId customerCase = before.customerCase().id();
        if (why == Trigger.ON_SITE) {
            settle(customerCase, Settlement.SUPERSEDED, null, by, now);
            escalations.flush();
        } else if (isNeedless(customerCase, why)) {
            return;
        }
        var next = new Escalation(UuidCreator.getTimeOrderedEpoch(), before, why, now);
        List<PagingEvent> told = next.take(before, ladder(), by, now);
        escalations.begin(next);
        told.forEach(this::tell);
    }

    private boolean isNeedless(CaseId customerCase, Trigger why) {
        return escalations.lockOpen(customerCase).stream().anyMatch(Escalation::isRunning)
                || (why == Trigger.STILL_ON_IT && escalations.isHandled(customerCase));
    }

    /** A page will never arrive: the next person, at once. */
    public void undelivered(UUID pageId, Instant now) {
        Optional<Escalation> escalation = escalations.ofPage(pageId).flatMap(escalations::lock);
        if (escalation.isEmpty()) {
            LOG.warnf("undelivered page is not known page=%s", pageId);
        }
        escalation.ifPresent(
                running -> running.undelivered(pageId, ladder(), now).forEach(this::tell));
    }

    /**
     * Nothing was heard of a page: tells it once more, unless nobody needs it any more.
     *
     * @return whether it was told
     */
    public boolean tellAgain(UUID pageId, Instant now) {
        Optional<PagingEvent> again =
                escalations
                        .ofPage(pageId)
                        .flatMap(escalations::lock)
                        .flatMap(escalation -> escalation.tellAgain(pageId, ladder(), now));
        again.ifPresent(this::tell);
        return again.isPresent();
    }

    /** Nobody has answered in time: the next person of each. */
    public void waited(List<UUID> rows, Instant now) {
        List<Escalation> due = escalations.held(rows);
        atHand.add(due.stream().map(escalation -> escalation.customerCase().id()).toList());
        for (Escalation escalation : due) {
            escalation.waited(ladder(), now).forEach(this::tell);
            escalation
                    .lapsed(now)
                    .ifPresent(why -> goOn(escalation, why, Actor.timer("escalations"), now));
        }
    }

    private void tell(PagingEvent event) {
        event.escalation().nextAt().ifPresent(wakeup::at);
        events.fire(event);
    }

    private Ladder ladder() {
        return Ladder.of(organisation.current());
    }
}
