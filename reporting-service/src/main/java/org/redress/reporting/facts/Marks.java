package org.redress.reporting.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.News;

/** When what happened, the earliest telling of each: a set that only grows, in any order. */
public record Marks(@JsonValue Map<Mark, SortedMap<String, Instant>> times) {
    static final Marks NONE = new Marks(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Marks {
        times = Collections.unmodifiableMap(times);
    }

    Marks with(CaseEvent event) {
        String round = "%04d".formatted(event.about().round());
        return switch (event.news()) {
            case News.Registered _ -> with(event, Mark.REGISTERED, round);
            case News.Assessed assessed ->
                    with(event, Mark.ASSESSED, "%04d".formatted(assessed.revision()));
            case News.Assigned _ -> with(event, Mark.ASSIGNED, round);
            case News.Progressed progressed when progressed.activity().is("ACCEPTED") ->
                    with(event, Mark.ACCEPTED, round);
            case News.Progressed progressed when progressed.activity().is("FIRST_RESPONSE") ->
                    with(event, Mark.FIRST_RESPONSE, round);
            case News.Resolved _ -> with(event, Mark.RESOLVED, round);
            case News.Reopened _ -> with(event, Mark.REOPENED, round);
            case News.Closed _ -> with(event, Mark.CLOSED, round);
            case News.ClockBreached clock -> with(event, Mark.CLOCK_BREACHED, clock.clockId());
            case News.EscalationRaised raised -> with(event, Mark.PAGED, raised.pageId());
            case News.EscalationAcknowledged acknowledged ->
                    with(event, Mark.ACKNOWLEDGED, acknowledged.escalationId());
            case News.EscalationExhausted exhausted ->
                    with(event, Mark.EXHAUSTED, exhausted.escalationId());
            case News.MessageSent sent -> with(event, Mark.SENT, sent.messageId());
            case News.MessageFailed failed ->
                    with(event, Mark.FAILED, failed.messageId() + "/" + failed.attempt());
            case News.Progressed _,
                    News.HandedOver _,
                    News.Verified _,
                    News.Compensated _,
                    News.EndProposed _,
                    News.EndRefused _,
                    News.CoHandled _,
                    News.ProblemDeclared _,
                    News.DirectiveIssued _,
                    News.DirectiveReceived _,
                    News.DirectiveAnswered _,
                    News.MessageAcknowledged _,
                    News.Corrected _,
                    News.ContactLogged _,
                    News.SatisfactionRecorded _,
                    News.Withdrawn _,
                    News.ClockStarted _,
                    News.ClockWarned _,
                    News.ClockMet _,
                    News.EscalationSettled _ ->
                    this;
        };
    }

    private Marks with(CaseEvent event, Mark mark, String subject) {
        var of = new TreeMap<>(subjects(mark));
        of.merge(subject, event.about().occurredAt(), (a, b) -> a.isBefore(b) ? a : b);
        var all = new EnumMap<Mark, SortedMap<String, Instant>>(Mark.class);
        all.putAll(times);
        all.put(mark, Collections.unmodifiableSortedMap(of));
        return new Marks(all);
    }

    /** When it happened to each subject: to a round, a page, a clock, a message. */
    public SortedMap<String, Instant> subjects(Mark mark) {
        return times.getOrDefault(mark, Collections.emptySortedMap());
    }

    /** Every moment at which it happened. */
    public Collection<Instant> all(Mark mark) {
        return subjects(mark).values();
    }

    /** To how many subjects it happened. */
    public int count(Mark mark) {
        return subjects(mark).size();
    }

    /** The earliest moment at which it happened. */
    public @Nullable Instant first(Mark mark) {
        return all(mark).stream().min(Instant::compareTo).orElse(null);
    }

    /** The moment in the latest round in which it happened. */
    public @Nullable Instant latestRound(Mark mark) {
        var subjects = subjects(mark);
        return subjects.isEmpty() ? null : subjects.lastEntry().getValue();
    }
}
