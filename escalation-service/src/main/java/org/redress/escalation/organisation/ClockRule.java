package org.redress.escalation.organisation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.Channel;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/**
 * How long a promise runs. The first rule that fits the case holds; what a rule does not name fits
 * whatever it is.
 *
 * @param pack what times it instead of {@code within}, for {@link ClockName#REGULATORY}: a
 *     regulator pack and its clock, as {@code cn-banking-insurance/decision}
 * @param units for the cases of these and of all units below them
 * @param within counted on the calendar
 * @param shares what a case of that priority has of {@code within}: more than 0, at most 1
 * @param calendar that of the unit that has the case, if null
 * @param warnAfter the share of the time after which a warning is due, between 0 and 1
 * @param warn whom the warning tells, quietly: one of {@link Reminded}; or it reaches somebody by
 *     the policy of that id
 * @param breach whom the breach reaches: {@link #UNIT_HEAD}, by the unit's policy for broken
 *     clocks; {@link #NOBODY}; or by the policy of that id
 */
public record ClockRule(
        ClockName clock,
        @Nullable String pack,
        Set<Severity> severities,
        Set<CaseClass> classes,
        List<String> categories,
        Set<Channel> channels,
        Set<Tier> tiers,
        List<UnitPath> units,
        Set<ResponseLevel> levels,
        @Nullable Duration within,
        Map<Priority, Double> shares,
        @Nullable String calendar,
        double warnAfter,
        String warn,
        String breach) {

    static final String UNIT_HEAD = "UNIT_HEAD";
    static final String NOBODY = "NOBODY";

    /** Whom a warning tells. */
    public enum Reminded {
        /** Who handles the case, or else the unit's duty officer. */
        HANDLER,
        UNIT_HEAD,
        NOBODY
    }

    public ClockRule {
        severities = InOrder.of(severities);
        classes = InOrder.of(classes);
        categories = categories == null ? List.of() : List.copyOf(categories);
        channels = InOrder.of(channels);
        tiers = InOrder.of(tiers);
        units = units == null ? List.of() : List.copyOf(units);
        levels = InOrder.of(levels);
        shares =
                shares == null || shares.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new EnumMap<>(shares));
        warnAfter = warnAfter == 0 ? 0.8 : warnAfter;
        warn = warn == null ? Reminded.HANDLER.name() : warn;
        breach = breach == null ? UNIT_HEAD : breach;
        if (pack != null ? within != null : within == null || !within.isPositive()) {
            throw new IllegalArgumentException(
                    pack == null
                            ? "within must be a positive duration like PT30M"
                            : "within is what the pack says");
        }
        if (warnAfter <= 0 || warnAfter >= 1) {
            throw new IllegalArgumentException("warnAfter must lie between 0 and 1");
        }
        if (shares.values().stream().anyMatch(share -> !(share > 0 && share <= 1))) {
            throw new IllegalArgumentException("shares must be more than 0 and at most 1");
        }
    }

    /** Whom the warning tells, quietly; empty where it reaches somebody by a policy. */
    public Optional<Reminded> reminded() {
        return Arrays.stream(Reminded.values())
                .filter(whom -> whom.name().equals(warn))
                .findFirst();
    }

    /** By which policies of their own a warning and a breach reach somebody. */
    List<String> policies() {
        return List.of(warn, breach).stream()
                .filter(id -> !id.equals(NOBODY) && !id.equals(UNIT_HEAD))
                .filter(id -> !id.equals(Reminded.HANDLER.name()))
                .toList();
    }

    boolean fits(ClockName name, CaseFacts facts) {
        return clock == name
                && has(severities, facts.severity())
                && has(classes, facts.caseClass())
                && has(categories, facts.category())
                && has(channels, facts.channel())
                && has(tiers, facts.tier())
                && has(levels, facts.responseLevel())
                && (units.isEmpty() || facts.unit().upwards().anyMatch(units::contains));
    }

    /** Whether it fits every case of the severity and the tier, whatever else it is. */
    boolean covers(ClockName name, Severity severity, Tier tier) {
        return clock == name
                && has(severities, severity)
                && has(tiers, tier)
                && List.of(classes, categories, channels, units, levels).stream()
                        .allMatch(Collection::isEmpty);
    }

    private static <T> boolean has(Collection<T> named, @Nullable T what) {
        return named.isEmpty() || (what != null && named.contains(what));
    }

    /** How long a case of the priority has, in whole seconds of the calendar. */
    Duration within(@Nullable Priority priority) {
        Duration all = Objects.requireNonNull(within);
        return priority == null ? all : share(all, shares.getOrDefault(priority, 1.0));
    }

    Duration nearAfter(Duration all) {
        return Duration.ofMillis((long) (all.toMillis() * warnAfter));
    }

    private static Duration share(Duration all, double share) {
        return Duration.ofSeconds(Math.max(1, (long) (all.toSeconds() * share)));
    }
}
