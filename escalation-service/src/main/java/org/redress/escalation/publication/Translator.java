package org.redress.escalation.publication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
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
    private final Jdbi jdbi;
    private final Clocks clocks;
    private final Clock clock;

    Translator(Outbox outbox, Jdbi jdbi, Clocks clocks, Clock clock) {
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clocks = clocks;
        this.clock = clock;
    }

    void onHandling(@Observes @Priority(BEFORE_CONSEQUENCES) HandlingEvent event) {
        About about = about(event.customerCase(), event.round(), event.by(), event.at());
        switch (event) {
            case HandlingEvent.Assigned assigned -> {
                Assessment assessment = assigned.facts().assessment();
                publish(
                        "redress.case.assigned.v1",
                        event.customerCase(),
                        event.unit(),
                        new Published.CaseAssigned(
                                about,
                                assigned.status(),
                                assigned.facts().tier(),
                                assigned.unit(),
                                assigned.handler(),
                                assessment.severity(),
                                assessment.caseClass(),
                                assessment.category(),
                                assessment.responseLevel(),
                                assessment.priority()),
                        event.at());
            }
            case HandlingEvent.Progressed progressed ->
                    publish(
                            "redress.case.progressed.v1",
                            event.customerCase(),
                            event.unit(),
                            new Published.CaseProgressed(
                                    about,
                                    progressed.status(),
                                    progressed.activity(),
                                    progressed.handler(),
                                    progressed.note()),
                            event.at());
            case HandlingEvent.Resolved resolved ->
                    publish(
                            "redress.case.resolved.v1",
                            event.customerCase(),
                            event.unit(),
                            new Published.CaseResolved(
                                    about,
                                    Status.RESOLVED,
                                    resolved.handler(),
                                    resolved.resolution()),
                            event.at());
            case HandlingEvent.Reopened reopened ->
                    publish(
                            "redress.case.reopened.v1",
                            event.customerCase(),
                            event.unit(),
                            new Published.CaseReopened(
                                    about,
                                    reopened.status(),
                                    reopened.facts().tier(),
                                    reopened.reason()),
                            event.at());
            case HandlingEvent.Closed closed ->
                    publish(
                            "redress.case.closed.v1",
                            event.customerCase(),
                            event.unit(),
                            new Published.CaseClosed(about, Status.CLOSED, closed.closedAs()),
                            event.at());
        }
    }

    void onClock(@Observes @Priority(BEFORE_CONSEQUENCES) ClockEvent event) {
        switch (event) {
            case ClockEvent.Started _ -> publishClock("redress.clock.started.v1", event, null);
            case ClockEvent.Warned _ -> publishClock("redress.clock.warned.v1", event, null);
            case ClockEvent.Breached _ -> publishClock("redress.clock.breached.v1", event, null);
            case ClockEvent.Met met -> publishClock("redress.clock.met.v1", event, met.at());
        }
    }

    private void publishClock(String type, ClockEvent event, @Nullable Instant metAt) {
        CaseClock told = event.clock();
        publish(
                type,
                told.customerCase(),
                told.unit(),
                new Published.ClockTold(
                        about(told.customerCase(), told.round(), event.by(), event.at()),
                        told.id(),
                        told.name(),
                        told.deadline().calendar(),
                        told.deadline().startedAt(),
                        told.deadline().warnAt(),
                        told.deadline().dueAt(),
                        metAt),
                event.at());
    }

    void onPaging(@Observes @Priority(BEFORE_CONSEQUENCES) PagingEvent event) {
        Escalation escalation = event.escalation();
        About about = about(escalation.customerCase(), escalation.round(), event.by(), event.at());
        switch (event) {
            case PagingEvent.Paged(_, Page page, List<Page> next, _, _) ->
                    publish(
                            "redress.escalation.raised.v1",
                            escalation.customerCase(),
                            escalation.unit(),
                            raised(about, escalation, page, next),
                            event.at());
            case PagingEvent.Acknowledged acknowledged ->
                    publish(
                            "redress.escalation.acknowledged.v1",
                            escalation.customerCase(),
                            escalation.unit(),
                            new Published.EscalationAcknowledged(
                                    about,
                                    escalation.id(),
                                    acknowledged.page() == null ? null : acknowledged.page().id(),
                                    escalation.rung().step(),
                                    acknowledged.person(),
                                    acknowledged.via()),
                            event.at());
            case PagingEvent.Settled settled ->
                    publish(
                            "redress.escalation.settled.v1",
                            escalation.customerCase(),
                            escalation.unit(),
                            new Published.EscalationSettled(
                                    about,
                                    escalation.id(),
                                    settled.as(),
                                    settled.handler(),
                                    escalation.pages().stream()
                                            .map(page ->
                                                    new Published.Told(page.id(), page.person()))
                                            .toList()),
                            event.at());
            case PagingEvent.Exhausted _ ->
                    publish(
                            "redress.escalation.exhausted.v1",
                            escalation.customerCase(),
                            escalation.unit(),
                            new Published.EscalationExhausted(
                                    about,
                                    escalation.id(),
                                    escalation.policy().id(),
                                    escalation.policy().version(),
                                    escalation.policy().steps().size()),
                            event.at());
        }
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
                nextVersion());
    }

    /** Whoever publishes for a case holds its row, so that this grows as the case goes on. */
    private long nextVersion() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select nextval('telling')").mapTo(Long.class).one());
    }

    private void publish(
            String type, CaseRef customerCase, UnitPath unit, Published event, Instant at) {
        String caseId = customerCase.id().value().toString();
        outbox.add(
                OutgoingEvent.of(type, event)
                        .to(TOPIC, caseId)
                        .at(at)
                        .with("subject", customerCase.number().value())
                        .with("mode", customerCase.mode().name())
                        .with("orgunit", unit.value())
                        .with("correlationid", caseId));
    }
}
