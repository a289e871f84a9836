package org.redress.escalation.foresight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.changes.Preview;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.foresight.Foreseen.Entry;
import org.redress.escalation.foresight.Foreseen.What;
import org.redress.escalation.handling.Reminding;
import org.redress.escalation.organisation.Matter;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.Ladder;
import org.redress.escalation.paging.Page;
import org.redress.escalation.paging.PagingEvent;
import org.redress.escalation.paging.Rehearsal;
import org.redress.escalation.paging.Rung;

/** Lets the time of a case pass: its clocks run out and its escalations climb, in that order. */
final class Foresight {

    private static final int MOST = 500;

    private final Organisation organisation;
    private final CaseFacts facts;
    private final @Nullable PersonId handler;
    private final Rehearsal rehearsal;
    private final Instant from;
    private final List<Entry> told = new ArrayList<>();
    private final PriorityQueue<Tick> ticks = new PriorityQueue<>(Tick.IN_ORDER);
    private boolean watched;

    /** A clock has something to tell then. */
    private record Tick(Instant at, boolean due, ClockView clock) {
        static final Comparator<Tick> IN_ORDER =
                Comparator.comparing(Tick::at)
                        .thenComparing(tick -> tick.clock().clock())
                        .thenComparing(Tick::due);
    }

    Foresight(
            Organisation organisation,
            CaseFacts facts,
            @Nullable PersonId handler,
            Rehearsal rehearsal,
            Instant from) {
        this.organisation = organisation;
        this.facts = facts;
        this.handler = handler;
        this.rehearsal = rehearsal;
        this.from = from;
    }

    /** As it goes on with these clocks. */
    Foreseen with(List<ClockView> clocks) {
        clocks.forEach(this::wind);
        while (told.size() < MOST && passes()) {}
        return new Foreseen(organisation.version(), from, told, told.size() < MOST);
    }

    /** It has just been given to its unit, or back to it. */
    Foreseen fromTheBeginning(List<ClockView> clocks) {
        clocks.forEach(clock -> tell(What.CLOCK_RUNS, from, clock, null, runs(clock)));
        if (facts.round() > 1 || facts.severity().isUrgent()) {
            hear(rehearsal.raise(facts.round() > 1 ? Trigger.REOPENED : Trigger.SEVERITY, from));
        }
        return with(clocks);
    }

    private void wind(ClockView clock) {
        switch (clock.state()) {
            case RUNNING -> {
                if (clock.warnAt().isBefore(clock.dueAt())) {
                    ticks.add(new Tick(clock.warnAt(), false, clock));
                }
                ticks.add(new Tick(clock.dueAt(), true, clock));
            }
            case WARNED -> ticks.add(new Tick(clock.dueAt(), true, clock));
            case PAUSED ->
                    Optional.ofNullable(clock.promisedAt())
                            .ifPresent(promised -> ticks.add(new Tick(promised, true, clock)));
            case BREACHED, MET, ENDED -> {}
        }
    }

    /**
     * The next thing that time alone does; as with the timer, who waits to be reached goes first.
     */
    private boolean passes() {
        Optional<Instant> page = rehearsal.nextAt();
        Tick tick = ticks.peek();
        if (page.isPresent() && (tick == null || !tick.at().isBefore(page.get()))) {
            hear(rehearsal.waited(later(page.get())));
        } else if (tick != null) {
            ticks.remove();
            strike(tick, later(tick.at()));
        }
        return page.isPresent() || tick != null;
    }

    /** What was due before is made up for now. */
    private Instant later(Instant at) {
        return at.isBefore(from) ? from : at;
    }

    private void strike(Tick tick, Instant at) {
        ClockView clock = tick.clock();
        if (tick.due()) {
            tell(What.CLOCK_BREAKS, at, clock, null, breaks(clock));
            hear(rehearsal.breach(clock.clock(), clock.reference(), at));
        } else {
            PersonId reminded =
                    Reminding.whom(
                            organisation, facts, handler, clock.clock(), clock.reference(), at);
            tell(What.CLOCK_WARNS, at, clock, reminded, warns(clock, reminded));
            hear(rehearsal.warn(clock.clock(), clock.reference(), at));
        }
    }

    private void hear(List<PagingEvent> events) {
        for (PagingEvent event : events) {
            switch (event) {
                case PagingEvent.Paged paged ->
                        page(What.PAGED, paged.page(), paged.escalation().policy().id());
                case PagingEvent.Exhausted exhausted -> {
                    exhausted(exhausted.escalation().policy().id(), exhausted.at());
                    callTheWatch(exhausted.at());
                }
                case PagingEvent.Retold _,
                        PagingEvent.Acknowledged _,
                        PagingEvent.Settled _,
                        PagingEvent.Done _ -> {}
            }
        }
    }

    private void callTheWatch(Instant at) {
        if (!watched) {
            watched = true;
            var policy =
                    organisation.policyFor(
                            Matter.of(Trigger.ALARM, Severity.CRITICAL), organisation.root());
            Ladder.of(organisation)
                    .firstFrom(Optional.of(Rung.FIRST), policy, organisation.root(), List.of(), at)
                    .forEach(page -> page(What.WATCH_PAGED, page, policy.id()));
        }
    }

    private void page(What what, Page page, String policy) {
        told.add(
                new Entry(
                        page.pagedAt(),
                        what,
                        null,
                        page.acknowledgeBy(),
                        page.person(),
                        page.role(),
                        page.rung().holder(),
                        page.unit(),
                        policy,
                        page.rung().step(),
                        page.rung().repeat(),
                        new Names(
                                "%s通知%s（%s %s，%s 角），应在 %s 前确认。"
                                        .formatted(
                                                minute(page.pagedAt()),
                                                organisation.name(page.person()).zh(),
                                                organisation.name(page.unit()).zh(),
                                                page.role(),
                                                page.rung().holder(),
                                                minute(page.acknowledgeBy())),
                                "At %s %s is paged as %s of %s (%s) and has until %s to answer."
                                        .formatted(
                                                minute(page.pagedAt()),
                                                organisation.name(page.person()).en(),
                                                page.role(),
                                                organisation.name(page.unit()).en(),
                                                page.rung().holder(),
                                                minute(page.acknowledgeBy())))));
    }

    private void exhausted(String policy, Instant at) {
        told.add(
                new Entry(
                        at,
                        What.EXHAUSTED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        policy,
                        null,
                        null,
                        new Names(
                                "%s 预案 %s 已无人可通知，反复通知值守，直到有人负责。".formatted(minute(at), policy),
                                "At %s policy %s has nobody left; the watch is paged again and again until somebody takes the case."
                                        .formatted(minute(at), policy))));
    }

    private void tell(
            What what, Instant at, ClockView clock, @Nullable PersonId person, Names says) {
        told.add(
                new Entry(
                        at,
                        what,
                        clock.clock(),
                        clock.dueAt(),
                        person,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        says));
    }

    private Names runs(ClockView clock) {
        return new Names(
                "时限 %s 按日历 %s 计时，%s 到期。"
                        .formatted(clock.clock(), clock.calendar(), minute(clock.dueAt())),
                "%s runs by the calendar %s and is due at %s."
                        .formatted(clock.clock(), clock.calendar(), minute(clock.dueAt())));
    }

    private Names warns(ClockView clock, @Nullable PersonId reminded) {
        return reminded == null
                ? new Names(
                        "时限 %s 将到期，不提醒任何人。".formatted(clock.clock()),
                        "%s is near its end; nobody is reminded.".formatted(clock.clock()))
                : new Names(
                        "时限 %s 将到期，提醒%s。"
                                .formatted(clock.clock(), organisation.name(reminded).zh()),
                        "%s is near its end; %s is reminded."
                                .formatted(clock.clock(), organisation.name(reminded).en()));
    }

    private Names breaks(ClockView clock) {
        return new Names(
                "%s 时限 %s 超时。".formatted(minute(clock.dueAt()), clock.clock()),
                "At %s %s is broken.".formatted(minute(clock.dueAt()), clock.clock()));
    }

    private String minute(Instant at) {
        return Preview.minute(at, organisation.zone());
    }
}
