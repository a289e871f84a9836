package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.handling.Notice.Occasion;
import org.redress.escalation.organisation.OrganisationStore;

/**
 * Who hears of what happened to a case without being called: never who did it, and nobody twice.
 */
@ApplicationScoped
class Notices {

    private static final String DUTY_OFFICER = "duty-officer";
    private static final String UNIT_HEAD = "unit-head";

    private final OrganisationStore organisation;
    private final Event<Notice> events;
    private final int urgedTellsHeadFrom;

    Notices(
            OrganisationStore organisation,
            Event<Notice> events,
            @ConfigProperty(name = "redress.urged-tells-head-from") int urgedTellsHeadFrom) {
        this.organisation = organisation;
        this.events = events;
        this.urgedTellsHeadFrom = urgedTellsHeadFrom;
    }

    void of(HandlingEvent event) {
        switch (event) {
            case HandlingEvent.HandedOver passed -> {
                if (passed.handler() != null) {
                    tell(passed.handler(), Occasion.HANDED_OVER, null, event);
                }
            }
            case HandlingEvent.Urged urged -> urged(urged);
            case HandlingEvent.Directed directed -> {
                if (directed.step() == HandlingEvent.Directed.Step.ISSUED) {
                    tell(
                            onDuty(DUTY_OFFICER, event.unit(), event.at()),
                            Occasion.DIRECTIVE,
                            directed.directive().dueAt(),
                            event);
                }
            }
            case HandlingEvent.CoHandled coHandled -> coHandled(coHandled);
            case HandlingEvent.ProblemDeclared problem ->
                    tell(
                            onDuty(UNIT_HEAD, problem.supervisedBy(), event.at()),
                            Occasion.PROBLEM,
                            null,
                            event);
            case HandlingEvent.Assigned _,
                    HandlingEvent.Progressed _,
                    HandlingEvent.Escalated _,
                    HandlingEvent.Noted _,
                    HandlingEvent.Verified _,
                    HandlingEvent.Resolved _,
                    HandlingEvent.Reopened _,
                    HandlingEvent.PromiseChanged _,
                    HandlingEvent.EndProposed _,
                    HandlingEvent.EndRefused _,
                    HandlingEvent.Closed _ -> {}
        }
    }

    /** The handler; from the third time on the head of the unit too (ES-44). */
    private void urged(HandlingEvent.Urged urged) {
        PersonId handler =
                urged.handler() == null
                        ? onDuty(DUTY_OFFICER, urged.unit(), urged.at())
                        : urged.handler();
        PersonId head = onDuty(UNIT_HEAD, urged.unit(), urged.at());
        boolean toHead = urged.times() >= urgedTellsHeadFrom;
        if (!toHead || !head.equals(handler)) {
            tell(handler, Occasion.URGED, null, urged);
        }
        if (toHead) {
            tell(head, Occasion.URGED_AGAIN, null, urged);
        }
    }

    private void coHandled(HandlingEvent.CoHandled coHandled) {
        CoHandling of = coHandled.coHandling();
        switch (of.state()) {
            case REQUESTED, RETURNED ->
                    tell(
                            onDuty(DUTY_OFFICER, of.unit(), coHandled.at()),
                            Occasion.CO_HANDLING,
                            of.dueAt(),
                            coHandled);
            case ANSWERED ->
                    tell(
                            coHandled.handler() == null ? of.requestedBy() : coHandled.handler(),
                            Occasion.CO_HANDLING_ANSWERED,
                            null,
                            coHandled);
            case RECEIVED, ACCEPTED, WITHDRAWN -> {}
        }
    }

    private PersonId onDuty(String role, UnitPath unit, Instant at) {
        return organisation.current().reach(role, unit, at).getFirst().person();
    }

    private void tell(
            PersonId person, Occasion occasion, @Nullable Instant dueAt, HandlingEvent event) {
        if (!person.value().equals(event.by().id())) {
            events.fire(
                    new Notice(
                            event.customerCase(),
                            event.round(),
                            event.unit(),
                            person,
                            occasion,
                            dueAt,
                            event.by(),
                            event.at()));
        }
    }
}
