package org.redress.escalation.foresight;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.foresight.Replayed.Reached;
import org.redress.escalation.foresight.Replayed.Way;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.paging.EscalationView;
import org.redress.escalation.paging.PagingEvent;
import org.redress.escalation.paging.Rehearsal;

/**
 * What would have been different by another organisation.
 *
 * @param now until when those were that nobody has answered
 */
record Replay(Organisation before, Organisation after, Instant now) {

    private static final Names SAME =
            new Names("通知的人员和顺序相同。", "The same persons in the same order.");

    Replayed of(EscalationView was, CaseFacts facts) {
        Instant answeredAt = was.acknowledgedAt() == null ? was.endedAt() : was.acknowledgedAt();
        Way history =
                new Way(
                        was.policyId(),
                        was.pages().stream()
                                .map(page ->
                                        new Reached(
                                                page.pagedAt(),
                                                new PersonId(page.personId()),
                                                page.roleId()))
                                .toList());
        Way instead = way(was, new Rehearsal(after, facts), answeredAt == null ? now : answeredAt);
        boolean different = !history.persons().equals(instead.persons());
        return new Replayed(
                was.caseNumber(),
                was.escalationId(),
                was.unit(),
                was.severity(),
                was.trigger(),
                was.raisedAt(),
                answeredAt,
                history,
                instead,
                different,
                different ? difference(history, instead) : SAME);
    }

    private static Way way(EscalationView was, Rehearsal rehearsal, Instant until) {
        List<PagingEvent> told =
                new ArrayList<>(
                        switch (was.trigger()) {
                            case CLOCK_WARNING ->
                                    rehearsal.warn(
                                            requireNonNull(was.clock()), null, was.raisedAt());
                            case CLOCK_BREACH ->
                                    rehearsal.breach(
                                            requireNonNull(was.clock()), null, was.raisedAt());
                            case SEVERITY, REOPENED, BY_HAND, STILL_ON_IT, ON_SITE, ALARM ->
                                    rehearsal.raise(was.trigger(), was.raisedAt());
                        });
        Optional<Instant> next = rehearsal.nextAt();
        while (next.isPresent() && next.get().isBefore(until)) {
            told.addAll(rehearsal.waited(next.get()));
            next = rehearsal.nextAt();
        }
        return new Way(
                told.isEmpty() ? null : told.getFirst().escalation().policy().id(),
                told.stream()
                        .filter(PagingEvent.Paged.class::isInstance)
                        .map(event -> ((PagingEvent.Paged) event).page())
                        .map(page -> new Reached(page.pagedAt(), page.person(), page.role()))
                        .toList());
    }

    private Names difference(Way history, Way instead) {
        return new Names(
                "曾通知%s；改后将通知%s。"
                        .formatted(
                                named(history, Names::zh, "、", "无人"),
                                named(instead, Names::zh, "、", "无人")),
                "%s would have been paged instead of %s."
                        .formatted(
                                named(instead, Names::en, ", ", "Nobody"),
                                named(history, Names::en, ", ", "nobody")));
    }

    private String named(Way way, Function<Names, String> language, String by, String nobody) {
        return way.pages().isEmpty()
                ? nobody
                : way.persons().stream().map(this::name).map(language).collect(joining(by));
    }

    /** Whoever is gone from the one is still in the other. */
    private Names name(PersonId person) {
        Names known = after.name(person);
        return known.en().equals(person.value()) ? before.name(person) : known;
    }
}
