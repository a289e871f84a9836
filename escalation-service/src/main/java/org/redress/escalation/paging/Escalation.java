package org.redress.escalation.paging;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Trigger;

/**
 * The attempt to reach somebody who takes care of a case: A holder, B holder, next step, until one
 * acknowledges (ES-04, ES-17, NO-06). The policy is stamped on it; who holds a duty is looked up
 * when the page goes out.
 */
@Entity
public class Escalation extends Reaching {

    /** How many of those who would be paged next a page names. */
    private static final int FORETOLD = 3;

    private static final Reply OVER =
            new Reply.Refused("The escalation has ended; nobody is waited for.");
    private static final Reply NOBODY_GOES = new Reply.Refused("Nobody has to go there.");

    /** How far the attempt has come. */
    public enum State {
        RUNNING,
        ACKNOWLEDGED,
        EXHAUSTED,
        /** Nobody needs to be reached any more; {@link Settlement} says why. */
        ENDED
    }

    protected Escalation() {}

    Escalation(UUID id, CaseFacts facts, Cause cause, EscalationPolicy policy, Instant now) {
        this.id = id;
        this.customerCase = facts.ref();
        this.round = facts.round();
        this.unit = facts.unit();
        this.cause = cause;
        this.policy = policy;
        this.raisedAt = now;
    }

    /** It goes on from the rung of another that was acknowledged. */
    Escalation(UUID id, Escalation before, Trigger trigger, Instant now) {
        this.id = id;
        this.customerCase = before.customerCase;
        this.round = before.round;
        this.unit = before.unit;
        this.cause = before.cause.as(trigger);
        this.policy = before.policy;
        this.rung = before.rung;
        this.raisedAt = now;
    }

    /** Pages whom the first rung reaches. */
    List<PagingEvent> begin(Ladder ladder, Instant now) {
        return pageFirstFrom(Optional.of(Rung.FIRST), ladder, Actor.rule(policy.id()), now);
    }

    /** Asks who had acknowledged another whether they still have it, or pages the next. */
    List<PagingEvent> take(Escalation before, Ladder ladder, Actor by, Instant now) {
        return cause.trigger() == Trigger.STILL_ON_IT
                ? page(
                        List.of(ladder.again(rung, policy, unit, before.acknowledgedBy(), now)),
                        ladder,
                        by,
                        now)
                : goOn(ladder, by, now);
    }

    /** Pages the next at once. */
    List<PagingEvent> goOn(Ladder ladder, Actor by, Instant now) {
        return pageFirstFrom(rung.next(policy), ladder, by, now);
    }

    /** Nobody answered in time: pages the next, if it is still running and the time is over. */
    List<PagingEvent> waited(Ladder ladder, Instant now) {
        return switch (state) {
            case RUNNING -> isDue(now) ? goOn(ladder, Actor.timer("escalations"), now) : List.of();
            case ACKNOWLEDGED -> List.of();
            case EXHAUSTED, ENDED -> {
                nextAt = null; // However it was wound up, it rests.
                yield List.of();
            }
        };
    }

    /**
     * A page could not be delivered and never will be. If nobody else is waited for, the next rung
     * is paged at once: an unreachable manager must not cost the waiting time.
     */
    List<PagingEvent> undelivered(UUID pageId, Ladder ladder, Instant now) {
        boolean known = rung.isVain(pages);
        pages.replaceAll(page -> page.id().equals(pageId) ? page.undelivered() : page);
        return state == State.RUNNING && !known && rung.isVain(pages)
                ? goOn(ladder, Actor.rule("undelivered-page"), now)
                : List.of();
    }

    /**
     * Nothing was heard of a page: tells it once more as it was. Whoever has heard it knows its id.
     *
     * @return empty if nobody needs to be reached any more
     */
    Optional<PagingEvent> tellAgain(UUID pageId, Ladder ladder, Instant now) {
        return pages.stream()
                .filter(page -> state == State.RUNNING || state == State.EXHAUSTED)
                .filter(page -> page.id().equals(pageId))
                .findFirst()
                .map(page ->
                        new PagingEvent.Retold(
                                this,
                                page,
                                ladder.following(pages, policy, unit, FORETOLD),
                                Actor.timer("reconciler"),
                                now));
    }

    private List<PagingEvent> pageFirstFrom(
            Optional<Rung> start, Ladder ladder, Actor by, Instant now) {
        List<Page> found = ladder.firstFrom(start, policy, unit, pages, now);
        if (found.isEmpty()) {
            state = State.EXHAUSTED;
            nextAt = null;
            return List.of(new PagingEvent.Exhausted(this, by, now));
        }
        return page(found, ladder, by, now);
    }

    private List<PagingEvent> page(List<Page> found, Ladder ladder, Actor by, Instant now) {
        pages.addAll(found);
        rung = found.getLast().rung();
        organisation = ladder.organisation();
        nextAt = found.getLast().acknowledgeBy();
        List<Page> next = ladder.following(pages, policy, unit, FORETOLD);
        return found.stream()
                .<PagingEvent>map(page -> new PagingEvent.Paged(this, page, next, by, now))
                .toList();
    }

    /** Somebody takes care: every further step is off, even if the steps had been exhausted. */
    Acknowledgment acknowledge(PersonId person, Via via, Instant now) {
        return switch (state) {
            case RUNNING, EXHAUSTED -> {
                exhaustedBefore = state == State.EXHAUSTED;
                state = State.ACKNOWLEDGED;
                acknowledgedVia = via;
                take(person, now);
                yield new Acknowledgment.Accepted(
                        new PagingEvent.Acknowledged(
                                this, lastPageOf(person).orElse(null), person, via, now));
            }
            case ACKNOWLEDGED -> new Acknowledgment.Repeated(acknowledgedBy);
            case ENDED -> new Acknowledgment.TooLate();
        };
    }

    private void take(PersonId person, Instant now) {
        acknowledgedBy = person;
        acknowledgedAt = now;
        if (cause.trigger() == Trigger.STILL_ON_IT && pages.size() == 1) {
            owe(null, null); // That was the word.
        } else if (onSite() == null) {
            oweAWord(now);
        } else {
            owe(Owed.ETA, now.plus(step().waitFor()));
        }
    }

    /** The step by which who acknowledged was paged. */
    private EscalationPolicy.Step step() {
        return lastPageOf(acknowledgedBy()).map(Page::rung).orElse(rung).in(policy);
    }

    private EscalationPolicy.@Nullable OnSite onSite() {
        return step().onSite();
    }

    private void oweAWord(Instant now) {
        owe(
                policy.stillOnIt() == null ? null : Owed.WORD,
                policy.stillOnIt() == null ? null : now.plus(policy.stillOnIt()));
    }

    private void owe(@Nullable Owed what, @Nullable Instant until) {
        owed = what;
        nextAt = until;
    }

    /**
     * What somebody who acknowledged owes has not come: whoever is asked or paged for it is another
     * escalation's matter.
     *
     * @return for what that one is
     */
    Optional<Trigger> lapsed(Instant now) {
        if (state != State.ACKNOWLEDGED || !isDue(now)) {
            return Optional.empty();
        }
        if (owed == null) {
            nextAt = null;
            return Optional.empty();
        }
        Trigger why = owed == Owed.WORD ? Trigger.STILL_ON_IT : Trigger.ON_SITE;
        owe(null, null);
        return Optional.of(why);
    }

    private boolean isDue(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** Who takes care says when they will be there (ES-06). */
    Reply underWay(Instant then, Actor by, Instant now) {
        if (owed != Owed.ETA && owed != Owed.ARRIVAL) {
            return NOBODY_GOES;
        }
        Instant latest = acknowledgedAt.plus(onSite().within());
        if (then.isBefore(now) || then.isAfter(latest)) {
            return new Reply.Unfit("eta", "must lie ahead and not after " + latest);
        }
        eta = then;
        owe(Owed.ARRIVAL, latest);
        return done(Deed.UNDER_WAY, then, null, by, now);
    }

    /** Who takes care is there. */
    Reply arrive(Actor by, Instant now) {
        if (owed != Owed.ETA && owed != Owed.ARRIVAL) {
            return NOBODY_GOES;
        }
        arrivedAt = now;
        oweAWord(now);
        return done(Deed.ARRIVED, null, null, by, now);
    }

    /** "I can't: next." */
    Reply passOn(Ladder ladder, @Nullable String why, Actor by, Instant now) {
        var told = new PagingEvent.Done(this, Deed.PASSED_ON, null, why, by, now);
        return switch (state) {
            case RUNNING ->
                    new Reply.Done(
                            Stream.concat(Stream.of(told), goOn(ladder, by, now).stream())
                                    .toList());
            case ACKNOWLEDGED -> {
                if (!by.id().equals(String.valueOf(acknowledgedBy))) {
                    yield new Reply.Refused(acknowledgedBy + " takes care of it.");
                }
                owe(null, null);
                yield new Reply.GoesOn(told);
            }
            case EXHAUSTED -> new Reply.Refused("Nobody is left to whom it could go.");
            case ENDED -> OVER;
        };
    }

    /** The next is put off, for at most as long after the page as the policy says. */
    Reply snooze(Instant until, @Nullable String why, Actor by, Instant now) {
        if (state != State.RUNNING) {
            return new Reply.Refused("Nobody is about to be paged.");
        }
        if (policy.snooze() == null) {
            return new Reply.Refused("Policy " + policy.id() + " waits for nobody.");
        }
        Instant latest = pages.getLast().pagedAt().plus(policy.snooze());
        if (!until.isAfter(now) || until.isAfter(latest)) {
            return new Reply.Unfit("until", "must lie ahead and not after " + latest);
        }
        nextAt = until;
        return done(Deed.SNOOZED, until, why, by, now);
    }

    /** Somebody has it from now on, whoever had acknowledged. */
    Acknowledgment takeOver(PersonId person, @Nullable String why, Instant now) {
        if (state != State.ACKNOWLEDGED || person.equals(acknowledgedBy)) {
            return acknowledge(person, Via.API, now);
        }
        take(person, now);
        return new Acknowledgment.TakenOver(
                new PagingEvent.Done(
                        this, Deed.TAKEN_OVER, null, why, Actor.person(person, null), now));
    }

    private Reply done(
            Deed deed, @Nullable Instant until, @Nullable String why, Actor by, Instant now) {
        return new Reply.Done(List.of(new PagingEvent.Done(this, deed, until, why, by, now)));
    }

    /**
     * Nobody needs to be reached any more, and who was paged has to hear it. What was acknowledged
     * stays so: they have heard already who has it.
     *
     * @param handler who works on the case or resolved it, if anybody does
     */
    Optional<PagingEvent> settle(Settlement as, @Nullable PersonId handler, Actor by, Instant now) {
        return switch (state) {
            case RUNNING, EXHAUSTED -> {
                exhaustedBefore = state == State.EXHAUSTED;
                state = State.ENDED;
                nextAt = null;
                endedAt = now;
                endedAs = as;
                yield Optional.of(new PagingEvent.Settled(this, as, handler, by, now));
            }
            case ACKNOWLEDGED, ENDED -> {
                owe(null, null);
                yield Optional.empty();
            }
        };
    }
}
