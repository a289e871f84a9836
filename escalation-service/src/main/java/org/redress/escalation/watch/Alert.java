package org.redress.escalation.watch;

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
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.paging.Ladder;
import org.redress.escalation.paging.Page;
import org.redress.escalation.paging.Rung;
import org.redress.escalation.paging.StampedPolicy;

/**
 * One thing that went wrong inside of the platform, and the attempt to reach somebody who sees to
 * it. While it covers a thing, more alarms about that thing only count: nobody is paged twice for
 * one thing.
 */
@Entity
public class Alert {

    /** The kind of a case that nobody takes: it is told again and again until somebody does. */
    static final String NOBODY_TAKES = "ESCALATION_EXHAUSTED";

    /** The kind of a page that only asks whether it arrives (PL-09): nothing is wrong. */
    static final String REACHABILITY_TEST = "REACHABILITY_TEST";

    private static final Duration QUIET = Duration.ofHours(1);

    /** How far the attempt has come. */
    public enum State {
        RUNNING,
        ACKNOWLEDGED,
        EXHAUSTED
    }

    @Id private UUID id;
    private String kind;
    private String service;
    private String thing;
    private String reason;

    @Column(name = "case_id")
    private @Nullable UUID caseId;

    private int count;
    private Instant since;
    private UnitPath unit;

    @Convert(converter = StampedPolicy.class)
    @ColumnTransformer(write = "?::jsonb")
    @Column(columnDefinition = "jsonb")
    private EscalationPolicy policy;

    @Enumerated(EnumType.STRING)
    private State state = State.RUNNING;

    @Embedded private Rung rung = Rung.FIRST;

    @ElementCollection
    @CollectionTable(name = "alert_page", joinColumns = @JoinColumn(name = "alert_id"))
    @OrderColumn(name = "position")
    private List<Page> pages = new ArrayList<>();

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "acknowledged_by")
    private @Nullable PersonId acknowledgedBy;

    @Version private long version;

    protected Alert() {}

    Alert(UUID id, Alarm alarm, EscalationPolicy policy, UnitPath unit, Instant now) {
        this.id = id;
        this.kind = alarm.kind();
        this.service = alarm.service();
        this.thing = alarm.thing();
        this.reason = alarm.reason();
        this.caseId = alarm.caseId();
        this.count = alarm.count();
        this.since = now;
        this.policy = policy;
        this.unit = unit;
    }

    /** Pages the first who holds the watch. */
    List<AlertEvent> begin(Ladder ladder, Instant now) {
        return pageFirstFrom(Optional.of(Rung.FIRST), ladder, Actor.rule("watch"), now);
    }

    /** Whether an alarm about the same thing at this time belongs to it. */
    boolean covers(Instant now) {
        boolean isOver = state == State.ACKNOWLEDGED && acknowledgedBy == null;
        return settledAt == null || (!isOver && now.isBefore(settledAt.plus(QUIET)));
    }

    /** It happened again. */
    void again(Alarm alarm) {
        count += alarm.count();
        reason = alarm.reason();
    }

    /** Nobody answered in time: pages the next, if it is still running and the time is over. */
    List<AlertEvent> waited(Ladder ladder, Instant now) {
        if (nextAt == null || nextAt.isAfter(now)) {
            return List.of();
        }
        Optional<Rung> next = rung.next(policy);
        return pageFirstFrom(
                isWaitedFor(next, ladder, now) ? Optional.of(rung.onceMore()) : next,
                ladder,
                Actor.timer("watch"),
                now);
    }

    /**
     * Whether somebody has to take it although everybody was paged: a case that nobody takes does
     * not get better by itself.
     */
    private boolean isWaitedFor(Optional<Rung> next, Ladder ladder, Instant now) {
        return kind.equals(NOBODY_TAKES)
                && ladder.firstFrom(next, policy, unit, pages, now).isEmpty();
    }

    /** A page will never arrive. If nobody else is waited for: the next rung, at once. */
    List<AlertEvent> undelivered(UUID pageId, Ladder ladder, Instant now) {
        boolean known = rung.isVain(pages);
        pages.replaceAll(page -> page.id().equals(pageId) ? page.undelivered() : page);
        boolean paces = isWaitedFor(rung.next(policy), ladder, now); // or mails would race
        return state == State.RUNNING && !known && rung.isVain(pages) && !paces
                ? pageFirstFrom(rung.next(policy), ladder, Actor.rule("undelivered-page"), now)
                : List.of();
    }

    /**
     * Somebody who was paged sees to it: every further step is off, even after exhaustion. Said
     * again, or by somebody else later, it changes nothing.
     */
    Optional<AlertEvent> acknowledge(PersonId person, Instant now) {
        if (state == State.ACKNOWLEDGED) {
            return Optional.empty();
        }
        acknowledgedBy = person;
        settle(State.ACKNOWLEDGED, now);
        return Optional.of(new AlertEvent.Settled(this, Actor.person(person, null), now));
    }

    /** What it was about is over: nobody of the watch has to see to it, and none has. */
    Optional<AlertEvent> over(Actor by, Instant now) {
        if (state != State.RUNNING) {
            return Optional.empty();
        }
        settle(State.ACKNOWLEDGED, now);
        return Optional.of(new AlertEvent.Settled(this, by, now));
    }

    private List<AlertEvent> pageFirstFrom(
            Optional<Rung> start, Ladder ladder, Actor by, Instant now) {
        List<Page> next = ladder.firstFrom(start, policy, unit, pages, now);
        if (next.isEmpty()) {
            settle(State.EXHAUSTED, now);
            return List.of(new AlertEvent.Settled(this, by, now));
        }
        pages.addAll(next);
        rung = next.getLast().rung();
        nextAt = next.getLast().acknowledgeBy();
        return next.stream()
                .<AlertEvent>map(page -> new AlertEvent.Paged(this, page, by, now))
                .toList();
    }

    private void settle(State how, Instant now) {
        state = how;
        settledAt = now;
        nextAt = null;
    }

    boolean wasPaged(PersonId person) {
        return pages.stream().anyMatch(page -> page.person().equals(person));
    }

    public UUID id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    /** Whether nothing is wrong. */
    public boolean isTest() {
        return kind.equals(REACHABILITY_TEST);
    }

    public String service() {
        return service;
    }

    public String thing() {
        return thing;
    }

    public String reason() {
        return reason;
    }

    public @Nullable UUID caseId() {
        return caseId;
    }

    public int count() {
        return count;
    }

    public Instant since() {
        return since;
    }

    public State state() {
        return state;
    }

    public List<Page> pages() {
        return List.copyOf(pages);
    }

    public Optional<PersonId> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }
}
