package org.redress.reporting.facts;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.News;
import org.redress.reporting.events.UnitPath;
import org.redress.reporting.facts.CaseFact.Offer.State;
import org.redress.reporting.facts.CaseFact.Standing;

/**
 * The fact as the BI team reads it from {@code redress.bi.case-facts}: what is not known yet is
 * absent. Times that began elsewhere and seem to end before they began, because two machines'
 * clocks differ, count as zero seconds.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedFact(
        CaseId caseId,
        CaseNumber caseNumber,
        Code mode,
        Instant registeredAt,
        LocalDate registeredOn,
        Code channel,
        Code customerTier,
        Code language,
        @Nullable Code caseClass,
        @Nullable Code category,
        @Nullable Code severity,
        @Nullable Code conductLevel,
        @Nullable Code responseLevel,
        @Nullable Code priority,
        @Nullable Code tier,
        @Nullable UnitPath ownerUnit,
        @Nullable Integer assessmentRevision,
        Code status,
        int round,
        @Nullable Code closedAs,
        @Nullable Code truth,
        @Nullable Code demand,
        @Nullable Code liability,
        @Nullable Instant assessedAt,
        @Nullable Instant assignedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant firstResponseAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant firstPagedAt,
        @Nullable Instant firstAcknowledgedAt,
        int pages,
        int messagesSent,
        int messagesFailed,
        int clocksBreached,
        int escalationsExhausted,
        @Nullable Code satisfaction,
        @Nullable Double secondsToAssess,
        @Nullable Double secondsToFirstPage,
        @Nullable Double secondsToAcknowledge,
        @Nullable Double secondsToResolve,
        Flags flags,
        @Nullable List<Compensation> compensations,
        List<Code> signals,
        long factVersion,
        Instant updatedAt) {

    /**
     * What was promised to the customer in one currency.
     *
     * @param promised approved and neither declined nor withdrawn, what is paid among it
     * @param offers how many offers that is
     */
    record Compensation(Code currency, BigDecimal promised, BigDecimal paid, int offers) {
        Compensation and(Compensation other) {
            return new Compensation(
                    currency,
                    promised.add(other.promised),
                    paid.add(other.paid),
                    offers + other.offers);
        }
    }

    /** What the agent heard. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Flags(
            boolean injuryOrDanger,
            boolean mediaInvolved,
            boolean regulatorInvolved,
            @Nullable BigDecimal propertyLossAmount,
            @Nullable Code propertyLossCurrency,
            int crowdSize) {
        static Flags of(News.Flags heard) {
            return new Flags(
                    heard.injuryOrDanger(),
                    heard.mediaInvolved(),
                    heard.regulatorInvolved(),
                    heard.propertyLoss() == null ? null : heard.propertyLoss().amount(),
                    heard.propertyLoss() == null ? null : heard.propertyLoss().currency(),
                    heard.crowdSize());
        }
    }

    /**
     * The fact of a registered case.
     *
     * @param zone the tenant's, for the day of registration
     * @param version grows with each publication of the same case
     */
    static PublishedFact of(CaseFact fact, ZoneId zone, long version, Instant updatedAt) {
        var registration = requireNonNull(fact.registration(), "not registered").value();
        var told = registration.told();
        var flags = requireNonNullElse(Latest.orNull(fact.flags()), told.flags());
        var standing = requireNonNullElse(Latest.orNull(fact.standing()), Standing.NEW);
        var marks = fact.marks();
        var registeredAt = requireNonNull(marks.first(Mark.REGISTERED), "registered");
        return new PublishedFact(
                fact.caseId(),
                requireNonNull(fact.caseNumber(), "caseNumber"),
                registration.mode(),
                registeredAt,
                LocalDate.ofInstant(registeredAt, zone),
                told.channel(),
                told.customerTier(),
                told.language(),
                judged(fact, News.Assessed::caseClass),
                judged(fact, News.Assessed::category),
                judged(fact, News.Assessed::severity),
                judged(fact, News.Assessed::conductLevel),
                judged(fact, News.Assessed::responseLevel),
                judged(fact, News.Assessed::priority),
                fact.currentTier(),
                fact.accountableUnit(),
                judged(fact, News.Assessed::revision),
                standing.status(),
                fact.round(),
                standing.closedAs(),
                found(fact, News.Verified::truth),
                found(fact, News.Verified::demand),
                found(fact, News.Verified::liability),
                marks.first(Mark.ASSESSED),
                marks.first(Mark.ASSIGNED),
                marks.first(Mark.ACCEPTED),
                marks.first(Mark.FIRST_RESPONSE),
                marks.latestRound(Mark.RESOLVED),
                standing.hasEnded() ? marks.latestRound(Mark.CLOSED) : null,
                marks.first(Mark.PAGED),
                marks.first(Mark.ACKNOWLEDGED),
                marks.count(Mark.PAGED),
                marks.count(Mark.SENT),
                marks.count(Mark.FAILED),
                marks.count(Mark.CLOCK_BREACHED),
                marks.count(Mark.EXHAUSTED),
                satisfaction(fact),
                seconds(registeredAt, marks.first(Mark.ASSESSED)),
                seconds(registeredAt, marks.first(Mark.PAGED)),
                seconds(marks.first(Mark.PAGED), marks.first(Mark.ACKNOWLEDGED)),
                seconds(registeredAt, marks.latestRound(Mark.RESOLVED)),
                Flags.of(flags),
                compensations(fact),
                signals(fact),
                version,
                updatedAt);
    }

    private static <T> @Nullable T judged(CaseFact fact, Function<News.Assessed, T> axis) {
        var assessment = fact.assessment();
        return assessment == null ? null : axis.apply(assessment.value());
    }

    private static @Nullable Code found(CaseFact fact, Function<News.Verified, Code> what) {
        var verdict = fact.verdict();
        return verdict == null ? null : what.apply(verdict.value());
    }

    private static @Nullable List<Compensation> compensations(CaseFact fact) {
        var sums = new TreeMap<String, Compensation>();
        for (var latest : fact.offers().values()) {
            var offer = latest.value();
            if (offer.isPromised()) {
                var amount = offer.money().amount();
                var paid = offer.state() == State.PAID ? amount : BigDecimal.ZERO;
                var currency = offer.money().currency();
                sums.merge(
                        currency.value(),
                        new Compensation(currency, amount, paid, 1),
                        Compensation::and);
            }
        }
        return sums.isEmpty() ? null : List.copyOf(sums.values());
    }

    private static List<Code> signals(CaseFact fact) {
        var seen = requireNonNullElse(judged(fact, News.Assessed::signals), List.<News.Signal>of());
        return seen.stream().map(News.Signal::signal).distinct().toList();
    }

    private static @Nullable Code satisfaction(CaseFact fact) {
        var said = fact.satisfaction();
        return said.isEmpty() ? null : said.lastEntry().getValue().value();
    }

    private static @Nullable Double seconds(@Nullable Instant from, @Nullable Instant until) {
        return from == null || until == null
                ? null
                : Math.max(0, Duration.between(from, until).toMillis()) / 1000.0;
    }
}
