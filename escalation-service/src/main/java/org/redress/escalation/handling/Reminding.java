package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.organisation.ClockRule;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;

/** Whom a warning tells, by the rule of its clock. */
@ApplicationScoped
public class Reminding {

    private final Handlings handlings;
    private final OrganisationStore organisation;

    Reminding(Handlings handlings, OrganisationStore organisation) {
        this.handlings = handlings;
        this.organisation = organisation;
    }

    /** Nobody where the rule says so; the caller's transaction holds the row of the case. */
    @Transactional(Transactional.TxType.MANDATORY)
    public @Nullable PersonId of(CaseClock clock, Instant at) {
        Handling handling = handlings.lock(clock.customerCase().id()).orElseThrow();
        CaseFacts facts = handling.facts().in(clock.unit());
        Organisation today = organisation.current();
        return today.rule(clock.name(), clock.reference(), facts)
                .flatMap(ClockRule::reminded)
                .map(whom ->
                        person(
                                whom,
                                clock.reference() == null ? handling.handler : null,
                                facts,
                                today,
                                at))
                .orElse(null);
    }

    private static @Nullable PersonId person(
            ClockRule.Reminded whom,
            @Nullable PersonId handler,
            CaseFacts facts,
            Organisation today,
            Instant at) {
        return switch (whom) {
            case HANDLER -> handler == null ? first(today, "duty-officer", facts, at) : handler;
            case UNIT_HEAD -> first(today, "unit-head", facts, at);
            case NOBODY -> null;
        };
    }

    private static PersonId first(Organisation today, String role, CaseFacts facts, Instant at) {
        return today.reach(role, facts.unit(), at).getFirst().person();
    }
}
