package org.redress.escalation.publication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ClockEvent;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.handling.HandlingEvent;
import org.redress.escalation.handling.Status;
import org.redress.escalation.handling.Telling;
import org.redress.escalation.paging.Cause;
import org.redress.escalation.paging.Escalation;
import org.redress.escalation.paging.Page;
import org.redress.escalation.paging.PagingEvent;
import org.redress.escalation.publication.Published.About;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/**
 * Turns what happened into published events, in the transaction in which it happened. It listens
 * before those who draw consequences, so that causes are told before effects.
 */
@ApplicationScoped
class Translator {

    static final String TOPIC = "redress.handling";
    private static final int BEFORE_CONSEQUENCES = 100;

    private final Outbox outbox;
    private final Telling telling;
    private final Clocks clocks;
    private final Clock clock;

    Translator(Outbox outbox, Telling telling, Clocks clocks, Clock clock) {
        this.outbox = outbox;
        this.telling = telling;
        this.clocks = clocks;
        this.clock = clock;
    }

    void onHandling(@Observes @Priority(BEFORE_CONSEQUENCES) HandlingEvent event) {
        About about = about(event.customerCase(), event.round(), event.by(), event.at());
        publish(event.customerCase(), event.unit(), event.at(), told(event, about));
    }

    private static Published told(HandlingEvent event, About about) {
        return switch (event) {
            case HandlingEvent.Assigned assigned -> {
                Assessment assessment = assigned.facts().assessment();
                yield new Published.CaseAssigned(
                        about,
                        assigned.status(),
                        assigned.facts().tier(),
                        assigned.unit(),
                        assigned.handler(),
                        assessment.severity(),
                        assessment.caseClass(),
                        assessment.category(),
                        assessment.responseLevel(),
                        assessment.priority());
            }
            case HandlingEvent.Progressed progressed ->
                    new Published.CaseProgressed(
                            about,
                            progressed.status(),
                            progressed.activity(),
                            progressed.handler(),
                            progressed.note());
            case HandlingEvent.Resolved resolved ->
                    new Published.CaseResolved(
                            about, Status.RESOLVED, resolved.handler(), resolved.resolution());
            case HandlingEvent.Reopened reopened ->
                    new Published.CaseReopened(
                            about, reopened.status(), reopened.facts().tier(), reopened.reason());
            case HandlingEvent.Closed closed ->
                    new Published.CaseClosed(about, Status.CLOSED, closed.closedAs());
        };
    }

    void onClock(@Observes @Priority(BEFORE_CONSEQUENCES) ClockEvent event) {
        CaseClock of = event.clock();
        About about = about(of.customerCase(), of.round(), event.by(), event.at());
        publish(of.customerCase(), of.unit(), event.at(), told(event, about));
    }

    private static Published told(ClockEvent event, About about) {
        return switch (event) {
            case ClockEvent.Started _ -> clock("redress.clock.started.v1", event, about, null);
            case ClockEvent.Warned _ -> clock("redress.clock.warned.v1", event, about, null);
            case ClockEvent.Breached _ -> clock("redress.clock.breached.v1", event, about, null);
            case ClockEvent.Met met -> clock("redress.clock.met.v1", event, about, met.at());
        };
    }

    private static Published clock(
            String type, ClockEvent event, About about, @Nullable Instant metAt) {
        CaseClock told = event.clock();
        return new Published.ClockTold(
                type,
                about,
                told.id(),
                told.name(),
                told.deadline().calendar(),
                told.deadline().startedAt(),
                told.deadline().warnAt(),
                told.deadline().dueAt(),
                told.promisedAt(),
                told.binds(),
                metAt);
    }

    void onPaging(@Observes @Priority(BEFORE_CONSEQUENCES) PagingEvent event) {
        Escalation of = event.escalation();
        About about = about(of.customerCase(), of.round(), event.by(), event.at());
        publish(of.customerCase(), of.unit(), event.at(), told(event, about));
    }

    private Published told(PagingEvent event, About about) {
        return switch (event) {
            case PagingEvent.Paged(Escalation raised, Page page, List<Page> next, _, _) ->
                    raised(about, raised, page, next);
            case PagingEvent.Acknowledged acknowledged ->
                    new Published.EscalationAcknowledged(
                            about,
                            acknowledged.escalation().id(),
                            acknowledged.page() == null ? null : acknowledged.page().id(),
                            acknowledged.escalation().rung().step(),
                            acknowledged.person(),
                            acknowledged.via());
            case PagingEvent.Settled settled ->
                    new Published.EscalationSettled(
                            about,
                            settled.escalation().id(),
                            settled.as(),
                            settled.handler(),
                            settled.escalation().pages().stream()
                                    .map(page -> new Published.Told(page.id(), page.person()))
                                    .toList());
            case PagingEvent.Exhausted(Escalation exhausted, _, _) ->
                    new Published.EscalationExhausted(
                            about,
                            exhausted.id(),
                            exhausted.policy().id(),
                            exhausted.policy().version(),
                            exhausted.policy().steps().size());
        };
    }

    private Published raised(About about, Escalation escalation, Page page, List<Page> next) {
        Cause cause = escalation.cause();
        Optional<ClockView> counts = clocks.thatCounts(about.caseId(), cause.clock());
        return new Published.EscalationRaised(
                about,
                escalation.id(),
                page.id(),
                escalation.policy().id(),
                escalation.policy().version(),
                page.rung().step(),
                page.rung().repeat(),
                page.role(),
                page.rung().holder(),
                page.person(),
                page.unit(),
                cause.severity(),
                cause.caseClass(),
                cause.category(),
                cause.responseLevel(),
                cause.trigger(),
                counts.map(ClockView::clock).orElse(cause.clock()),
                counts.map(ClockView::dueAt).orElse(null),
                page.acknowledgeBy(),
                next.stream()
                        .map(later ->
                                new Published.Next(
                                        later.pagedAt(),
                                        later.role(),
                                        later.rung().holder(),
                                        later.person()))
                        .toList());
    }

    private About about(CaseRef customerCase, int round, Actor by, Instant at) {
        return new About(
                customerCase.id(),
                customerCase.number(),
                round,
                at,
                clock.instant(),
                by,
                telling.next(customerCase.id()));
    }

    private void publish(CaseRef customerCase, UnitPath unit, Instant at, Published event) {
        String caseId = customerCase.id().value().toString();
        outbox.add(
                OutgoingEvent.of(event.type(), event)
                        .to(TOPIC, caseId)
                        .at(at)
                        .with("subject", customerCase.number().value())
                        .with("mode", customerCase.mode().name())
                        .with("orgunit", unit.value())
                        .with("correlationid", caseId));
    }
}
