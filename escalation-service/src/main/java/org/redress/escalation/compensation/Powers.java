package org.redress.escalation.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Authority;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;

/** Who may promise how much for a case of a unit, as the organisation is at an instant. */
@FunctionalInterface
public interface Powers {

    /** The authorities for a currency with who has each, the least first. */
    List<Power> of(Currency currency);

    /** An authority, and who has it now; whoever handles the case has the handler's. */
    record Power(String role, BigDecimal upTo, List<PersonId> persons) {

        boolean suffices(BigDecimal sum) {
            return upTo.compareTo(sum) >= 0;
        }
    }

    /** Of the unit's duties, or of the nearest unit above that has them. */
    static Powers in(Organisation organisation, UnitPath unit, Instant at) {
        return currency ->
                organisation.authorities(currency.getCurrencyCode()).stream()
                        .map(authority ->
                                new Power(
                                        authority.role(),
                                        authority.upTo(),
                                        holders(organisation, authority.role(), unit, at)))
                        .toList();
    }

    private static List<PersonId> holders(
            Organisation organisation, String role, UnitPath unit, Instant at) {
        return role.equals(Authority.HANDLER)
                ? List.of()
                : organisation.reach(role, unit, at).stream()
                        .filter(reached -> reached.role().equals(role))
                        .map(Reached::person)
                        .toList();
    }

    /** How much somebody may promise, who proposes it for a case or approves it. */
    default BigDecimal of(PersonId person, boolean proposes, Currency currency) {
        return powers(person, proposes, currency)
                .map(Power::upTo)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private Stream<Power> powers(PersonId person, boolean proposes, Currency currency) {
        return of(currency).stream()
                .filter(power ->
                        power.persons().contains(person)
                                || (proposes && power.role().equals(Authority.HANDLER)));
    }

    /** Who has the least authority that suffices, of those who may look at it. */
    default Optional<Approver> above(BigDecimal sum, Currency currency, Predicate<PersonId> may) {
        return of(currency).stream()
                .filter(power -> power.suffices(sum))
                .flatMap(power ->
                        power.persons().stream()
                                .filter(may)
                                .map(person -> new Approver(power.role(), person)))
                .findFirst();
    }

    /** Who is asked to approve, and for which duty. */
    record Approver(String role, PersonId person) {}
}
