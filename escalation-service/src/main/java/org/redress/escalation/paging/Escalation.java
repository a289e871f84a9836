package org.redress.escalation.paging;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;

/**
 * The attempt to reach somebody who takes care of a case: A holder, B holder, next step, until one
 * acknowledges (ES-04, ES-17, NO-06). The policy is stamped on it; who holds a duty is looked up
 * when the page goes out.
 */
@Entity
public class Escalation {

    /** How many of those who would be paged next a page names. */
    private static final int FORETOLD = 3;

    /** How far the attempt has come. */
    public enum State {
        RUNNING,
        ACKNOWLEDGED,
        EXHAUSTED,
        /** Nobody needs to be reached any more; {@link Settlement} says why. */
        ENDED
    }

    @Id private UUID id;
    @Embedded private CaseRef customerCase;
    private int round;
    private UnitPath unit;
    @Embedded private Cause cause;

    @Convert(converter = StampedPolicy.class)
    @ColumnTransformer(write = "?::jsonb")
    @Column(columnDefinition = "jsonb")
    private EscalationPolicy policy;

    @Enumerated(EnumType.STRING)
    private State state = State.RUNNING;

    @Embedded private Rung rung = Rung.FIRST;

    @ElementCollection
    @CollectionTable(name = "page", joinColumns = @JoinColumn(name = "escalation_id"))
    @OrderColumn(name = "position")
    private List<Page> pages = new ArrayList<>();

    @Column(name = "raised_at")
    private Instant raisedAt;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @Column(name = "acknowledged_by")
    private @Nullable PersonId acknowledgedBy;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "acknowledged_via")
    private @Nullable Via acknowledgedVia;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as")
    private @Nullable Settlement endedAs;

    /** The version of the organisation by which the latest page found its person. */
    @SuppressWarnings("UnusedVariable") // Read by EscalationViews.
    private @Nullable Long organisation;

    @Transient private boolean exhaustedBefore;

    @Version private long version;

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

    /** Pages whom the first rung reaches. */
    List<PagingEvent> begin(Ladder ladder, Instant now) {
        return pageFirstFrom(Optional.of(Rung.FIRST), ladder, Actor.rule(policy.id()), now);
    }

    /** Nobody answered in time: pages the next, if it is still running and the time is over. */
    List<PagingEvent> waited(Ladder ladder, Instant now) {
        if (state != State.RUNNING) {
            nextAt = null;
            return List.of();
        }
        return nextAt == null || nextAt.isAfter(now)
                ? List.of()
                : pageFirstFrom(rung.next(policy), ladder, Actor.timer("escalations"), now);
    }

    /**
     * A page could not be delivered and never will be. If nobody else is waited for, the next rung
     * is paged at once: an unreachable manager must not cost the waiting time.
     */
    List<PagingEvent> undelivered(UUID pageId, Ladder ladder, Instant now) {
        boolean known = rung.isVain(pages);
        pages.replaceAll(page -> page.id().equals(pageId) ? page.undelivered() : page);
        return state == State.RUNNING && !known && rung.isVain(pages)
                ? pageFirstFrom(rung.next(policy), ladder, Actor.rule("undelivered-page"), now)
                : List.of();
    }

    private List<PagingEvent> pageFirstFrom(
            Optional<Rung> start, Ladder ladder, Actor by, Instant now) {
        List<Page> found = ladder.firstFrom(start, policy, unit, pages, now);
        if (found.isEmpty()) {
            state = State.EXHAUSTED;
            nextAt = null;
            return List.of(new PagingEvent.Exhausted(this, by, now));
        }
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
                nextAt = null;
                acknowledgedBy = person;
                acknowledgedAt = now;
                acknowledgedVia = via;
                yield new Acknowledgment.Accepted(
                        new PagingEvent.Acknowledged(
                                this, lastPageOf(person).orElse(null), person, via, now));
            }
            case ACKNOWLEDGED -> new Acknowledgment.Repeated(acknowledgedBy);
            case ENDED -> new Acknowledgment.TooLate();
        };
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
            case ACKNOWLEDGED, ENDED -> Optional.empty();
        };
    }

    /** Whether it was this page by which this person was reached. */
    boolean paged(UUID pageId, PersonId person) {
        return pages.stream()
                .anyMatch(page -> page.id().equals(pageId) && page.person().equals(person));
    }

    boolean wasPaged(PersonId person) {
        return lastPageOf(person).isPresent();
    }

    private Optional<Page> lastPageOf(PersonId person) {
        return pages.reversed().stream().filter(page -> page.person().equals(person)).findFirst();
    }

    /** Whether it was exhausted when, just now, somebody took it or it ended. */
    public boolean wasExhausted() {
        return exhaustedBefore;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isUnanswered() {
        return state == State.RUNNING || state == State.EXHAUSTED;
    }

    public UUID id() {
        return id;
    }

    public CaseRef customerCase() {
        return customerCase;
    }

    public int round() {
        return round;
    }

    public UnitPath unit() {
        return unit;
    }

    public Cause cause() {
        return cause;
    }

    public EscalationPolicy policy() {
        return policy;
    }

    /** Everybody who was paged, in order. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    State state() {
        return state;
    }

    /** Where on the ladder it stands. */
    public Rung rung() {
        return rung;
    }

    Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }
}
