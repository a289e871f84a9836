package org.redress.reporting.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.Mark;

/**
 * What a day is measured by; each counts on the day on which it happened, so that a resolution in
 * March of a case of February is March's. A new one is a line here, and its columns in a migration.
 */
enum Measure {
    REGISTERED(counts(Mark.REGISTERED)),
    RESOLVED(counts(Mark.RESOLVED)),
    CLOSED(counts(Mark.CLOSED)),
    REOPENED(counts(Mark.REOPENED)),
    SATISFIED(said("SATISFIED")),
    NOT_SATISFIED(said("NOT_SATISFIED")),
    CLOCKS_BREACHED(counts(Mark.CLOCK_BREACHED)),
    PAGES(counts(Mark.PAGED)),
    ACKNOWLEDGED(counts(Mark.ACKNOWLEDGED)),
    EXHAUSTED(counts(Mark.EXHAUSTED)),

    /** From the first page to the first acknowledgment, on the latter's day. */
    SECONDS_TO_ACKNOWLEDGE(Kind.SECONDS, Measure::firstAcknowledgment),

    /** From the registration to the day's last resolution. */
    SECONDS_TO_RESOLVE(Kind.SECONDS, Measure::resolutions);

    private enum Kind {
        COUNT,
        SECONDS
    }

    /**
     * Something that happened to a case.
     *
     * @param seconds how long it took; nothing where it is only counted
     */
    record Taking(Instant at, @Nullable Double seconds) {}

    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // each is a function of its argument alone
    private final Function<CaseFact, Stream<Taking>> takings;

    Measure(Function<CaseFact, Stream<Instant>> moments) {
        this(Kind.COUNT, fact -> moments.apply(fact).map(at -> new Taking(at, null)));
    }

    Measure(Kind kind, Function<CaseFact, Stream<Taking>> takings) {
        this.kind = kind;
        this.takings = takings;
    }

    /** All that it takes of a case, on whichever day. */
    Stream<Taking> of(CaseFact fact) {
        return takings.apply(fact);
    }

    /** What the takings of one day amount to: their number, or the seconds of the last. */
    @Nullable Number sum(List<Taking> ofADay) {
        return switch (kind) {
            case COUNT -> ofADay.size();
            case SECONDS -> ofADay.isEmpty() ? null : ofADay.getLast().seconds();
        };
    }

    /** Its column in a case's share. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that column. */
    String sqlType() {
        return kind == Kind.COUNT ? "int" : "double precision";
    }

    /** What is published of it. */
    List<Figure> figures() {
        return switch (kind) {
            case COUNT -> List.of(Figure.total(column()));
            case SECONDS ->
                    List.of(
                            Figure.percentile("p50", "0.5", column()),
                            Figure.percentile("p90", "0.9", column()));
        };
    }

    private static Function<CaseFact, Stream<Instant>> counts(Mark mark) {
        return fact -> fact.marks().all(mark).stream();
    }

    private static Function<CaseFact, Stream<Instant>> said(String outcome) {
        return fact ->
                fact.satisfaction().values().stream()
                        .filter(latest -> latest.value().is(outcome))
                        .map(latest -> latest.stamp().occurredAt());
    }

    private static Stream<Taking> firstAcknowledgment(CaseFact fact) {
        return Stream.ofNullable(fact.marks().first(Mark.ACKNOWLEDGED))
                .map(at -> new Taking(at, seconds(fact.marks().first(Mark.PAGED), at)));
    }

    private static Stream<Taking> resolutions(CaseFact fact) {
        var registered = fact.marks().first(Mark.REGISTERED);
        return fact.marks().all(Mark.RESOLVED).stream()
                .sorted()
                .map(at -> new Taking(at, seconds(registered, at)));
    }

    private static @Nullable Double seconds(@Nullable Instant from, Instant until) {
        return from == null ? null : Math.max(0, Duration.between(from, until).toMillis()) / 1000.0;
    }
}
