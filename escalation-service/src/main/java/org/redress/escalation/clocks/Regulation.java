package org.redress.escalation.clocks;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.organisation.ClockRule;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.regulation.Law;
import org.redress.escalation.regulation.Packs;
import org.redress.escalation.regulation.Rule.Begins;

/**
 * What laws time of a case: a clock of each that the organisation names and that held on the day on
 * which the case was received (ADR 15). Each begins once, while the case is at work, and ends when
 * the organisation names it no more, or not for such a case.
 */
record Regulation(List<CaseClock> begin, List<CaseClock> end) {

    /**
     * What is to begin and to end.
     *
     * @param all every clock that the case ever had; none at its first assignment
     */
    static Regulation of(CaseFacts facts, List<CaseClock> all, Organisation today, Instant now) {
        Map<Law, ClockRule> laws = today.regulation(facts);
        Set<String> references =
                laws.keySet().stream().map(Law::reference).collect(Collectors.toSet());
        Set<String> had =
                all.stream()
                        .filter(clock -> clock.name() == ClockName.REGULATORY)
                        .map(clock -> Objects.requireNonNull(clock.reference()))
                        .collect(Collectors.toSet());
        return new Regulation(
                laws.entrySet().stream()
                        .filter(law -> isAtWork(all) && !had.contains(law.getKey().reference()))
                        .map(law -> clock(law.getKey(), law.getValue(), facts, all, today, now))
                        .toList(),
                all.stream()
                        .filter(clock -> clock.name() == ClockName.REGULATORY)
                        .filter(clock -> clock.stoppedAt() == null)
                        .filter(clock -> !references.contains(clock.reference()))
                        .toList());
    }

    private static CaseClock clock(
            Law law,
            ClockRule rule,
            CaseFacts facts,
            List<CaseClock> all,
            Organisation today,
            Instant now) {
        Instant start =
                law.rule().begins() == Begins.RECEIVED
                        ? Objects.requireNonNull(facts.receivedAt())
                        : acceptedAt(all, now);
        return CaseClock.start(
                        UuidCreator.getTimeOrderedEpoch(),
                        facts,
                        ClockName.REGULATORY,
                        today.deadline(rule, facts, start))
                .of(law.reference());
    }

    /** Whether the law gives so much more time, and has not given it yet. */
    static boolean allows(CaseClock clock, Ledger ledger, Duration more) {
        return ledger.extended().isZero()
                && Packs.SHIPPED
                        .law(Objects.requireNonNull(clock.reference()))
                        .flatMap(Law::extension)
                        .filter(extension -> extension.within().equals(more))
                        .isPresent();
    }

    /** At its first assignment a case has no clock yet; once it is answered nothing begins. */
    private static boolean isAtWork(List<CaseClock> all) {
        return all.isEmpty()
                || all.stream()
                        .anyMatch(clock ->
                                clock.name() == ClockName.RESOLUTION && clock.stoppedAt() == null);
    }

    private static Instant acceptedAt(List<CaseClock> all, Instant now) {
        return all.stream()
                .filter(clock -> clock.name() == ClockName.RESOLUTION)
                .map(clock -> clock.deadline().startedAt())
                .min(Comparator.naturalOrder())
                .orElse(now);
    }
}
