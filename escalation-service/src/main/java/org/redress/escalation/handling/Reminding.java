package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
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
        return whom(
                organisation.current(),
                handling.facts().in(clock.unit()),
                clock.reference() == null ? handling.handler : null,
                clock.name(),
                clock.reference(),
                at);
    }

    /**
     * Nobody where the rule of the organisation says so.
     *
     * @param handler who handles the case, if anybody does
     */
    public static @Nullable PersonId whom(
            Organisation today,
            CaseFacts facts,
            @Nullable PersonId handler,
            ClockName clock,
            @Nullable String reference,
            Instant at) {
        return today.rule(clock, reference, facts)
                .flatMap(ClockRule::reminded)
                .map(whom -> person(whom, handler, facts, today, at))
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
