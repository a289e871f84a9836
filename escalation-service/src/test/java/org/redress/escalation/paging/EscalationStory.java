package org.redress.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.EscalationPolicy;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.organisation.Trigger;

/** An escalation without a database: time passes, and what it tells becomes a line each. */
final class EscalationStory {

    static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final UnitPath UNIT = new UnitPath("hq/quality");

    private final AtomicLong pages = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final Instant begunAt = Instant.parse("2026-11-21T06:00:00Z");
    private Instant now = begunAt;
    private Ladder ladder;
    private final Escalation escalation;

    private EscalationStory(int repeat, List<String> roles, Duty... duties) {
        this.ladder = ladder(duties);
        this.escalation = escalation(repeat, roles);
    }

    /** A policy of these steps, repeated so often, and who holds the duties of its steps. */
    static EscalationStory of(int repeat, List<String> roles, Duty... duties) {
        return new EscalationStory(repeat, roles, duties);
    }

    /** The shipped sort of roster: both steps with an A and a B holder, twice. */
    static EscalationStory ofTwoSteps() {
        return of(
                2,
                List.of("duty-officer", "unit-head"),
                duty("duty-officer", "zhang.lei", "he.jing"),
                duty("unit-head", "xu.qiang", "lin.yu"));
    }

    static Duty duty(String role, String a, @Nullable String b) {
        return new Duty(
                role, UNIT, new PersonId(a), null, b == null ? null : new PersonId(b), null, null);
    }

    /** The roster changes. */
    void nowServe(Duty... duties) {
        ladder = ladder(duties);
    }

    PagingEvent begin() {
        List<PagingEvent> begun = escalation.begin(ladder, now);
        begun.forEach(this::tell);
        return begun.getFirst();
    }

    void letTimePass(Duration duration) {
        Instant until = now.plus(duration);
        while (now.isBefore(until)) {
            now = now.plusSeconds(30).isBefore(until) ? now.plusSeconds(30) : until;
            escalation.waited(ladder, now).forEach(this::tell);
        }
    }

    Acknowledgment acknowledge(String person, Via via) {
        return escalation.acknowledge(new PersonId(person), via, now);
    }

    void settle(Settlement as) {
        escalation.settle(as, null, Actor.timer("test"), now).ifPresent(this::tell);
    }

    /** The page of that number, from 1 in the order of paging, cannot be delivered. */
    void undelivered(long page) {
        escalation.undelivered(new UUID(0, page), ladder, now).forEach(this::tell);
    }

    int paged() {
        return (int) pages.get();
    }

    Instant after(Duration duration) {
        return begunAt.plus(duration);
    }

    /** What was told: {@code +5m 1.2A xu.qiang} is the first repeat's second step after 5 min. */
    List<String> told() {
        return List.copyOf(told);
    }

    boolean isOver() {
        return escalation.state() == Escalation.State.ENDED
                || escalation.state() == Escalation.State.ACKNOWLEDGED;
    }

    private void tell(PagingEvent event) {
        String at = "+" + Duration.between(begunAt, event.at()).toMinutes() + "m ";
        told.add(
                at
                        + switch (event) {
                            case PagingEvent.Paged(_, Page page, _, _, _) ->
                                    page.rung().repeat()
                                            + "."
                                            + page.rung().step()
                                            + page.rung().holder()
                                            + " "
                                            + page.person();
                            case PagingEvent.Retold again -> "again " + again.page().person();
                            case PagingEvent.Exhausted _ -> "exhausted";
                            case PagingEvent.Done done -> done.deed().name();
                            case PagingEvent.Settled settled -> settled.as().name();
                            case PagingEvent.Acknowledged acknowledged ->
                                    "acknowledged by " + acknowledged.person();
                        });
    }

    private Escalation escalation(int repeat, List<String> roles) {
        List<EscalationPolicy.Step> steps =
                roles.stream().map(role -> new EscalationPolicy.Step(role, FIVE_MINUTES)).toList();
        EscalationPolicy policy =
                new EscalationPolicy(
                        "p",
                        1,
                        new Names("预案", "policy"),
                        new UnitPath("hq"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        repeat,
                        null,
                        null,
                        steps);
        Assessment assessment =
                new Assessment(
                        1,
                        CaseClass.EMERGENCY,
                        "PRODUCT_SAFETY",
                        Severity.CRITICAL,
                        ResponseLevel.III,
                        Priority.P1,
                        Tier.T2,
                        UNIT);
        CaseRef ref =
                new CaseRef(
                        new CaseId(new UUID(0, 9)), new CaseNumber("C-20261121-000420"), Mode.REAL);
        return new Escalation(
                new UUID(1, 1),
                new CaseFacts(ref, 1, Tier.T2, UNIT, assessment, Promises.NONE, Origin.UNKNOWN),
                Cause.of(Trigger.SEVERITY, null, assessment),
                policy,
                now);
    }

    private Ladder ladder(Duty... duties) {
        return new Ladder(
                (step, unit, at) ->
                        step.whom().stream()
                                .flatMap(target ->
                                        Stream.of(duties)
                                                .filter(duty -> duty.role().equals(target.as())))
                                .flatMap(EscalationStory::holders)
                                .toList(),
                1,
                () -> new UUID(0, pages.incrementAndGet()));
    }

    /** Both, as if everybody were there. */
    static Stream<Reached> holders(Duty duty) {
        return Stream.of(
                        new Reached(duty.a(), Holder.A, duty.role(), duty.unit(), List.of()),
                        new Reached(duty.b(), Holder.B, duty.role(), duty.unit(), List.of()))
                .filter(reached -> reached.person() != null);
    }
}
