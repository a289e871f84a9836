package org.redress.escalation.publication;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ClockEvent;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.compensation.Offer;
import org.redress.escalation.compensation.OfferEvent;
import org.redress.escalation.compensation.Powers;
import org.redress.escalation.handling.ClosedAs;
import org.redress.escalation.handling.Directive;
import org.redress.escalation.handling.HandlingEvent;
import org.redress.escalation.handling.Notice;
import org.redress.escalation.handling.Reminding;
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
    private final Reminding reminding;
    private final Clocks clocks;
    private final Clock clock;

    Translator(Outbox outbox, Telling telling, Reminding reminding, Clocks clocks, Clock clock) {
        this.outbox = outbox;
        this.telling = telling;
        this.reminding = reminding;
        this.clocks = clocks;
        this.clock = clock;
    }

    void onHandling(@Observes @Priority(BEFORE_CONSEQUENCES) HandlingEvent event) {
        switch (event) {
            case HandlingEvent.HandedOver passed -> {
                tell(event, about -> handedOver(about, passed));
                tell(
                        event,
                        about ->
                                assigned(about, passed.facts(), passed.status(), passed.handler()));
            }
            case HandlingEvent.Assigned assigned ->
                    tell(
                            event,
                            about ->
                                    assigned(
                                            about,
                                            assigned.facts(),
                                            assigned.status(),
                                            assigned.handler()));
            case HandlingEvent.Progressed progressed ->
                    tell(
                            event,
                            about ->
                                    new Published.CaseProgressed(
                                            about,
                                            progressed.status(),
                                            progressed.activity(),
                                            progressed.handler(),
                                            progressed.note()));
            case HandlingEvent.Resolved resolved ->
                    tell(
                            event,
                            about -> resolved(about, resolved.handler(), resolved.resolution()));
            case HandlingEvent.Reopened reopened ->
                    tell(
                            event,
                            about ->
                                    new Published.CaseReopened(
                                            about,
                                            reopened.status(),
                                            reopened.facts().tier(),
                                            reopened.reason()));
            case HandlingEvent.PromiseChanged changed ->
                    tell(
                            event,
                            about ->
                                    new Published.PromiseChanged(
                                            about,
                                            changed.status(),
                                            changed.milestone(),
                                            changed.before(),
                                            changed.dueAt(),
                                            changed.reason()));
            case HandlingEvent.Directed directed -> tell(event, about -> told(directed, about));
            case HandlingEvent.Urged _ -> {} // Intake has told it; whom that moves gets a notice.
            case HandlingEvent.ProblemDeclared problem ->
                    tell(
                            event,
                            about ->
                                    new Published.ProblemDeclared(
                                            about, problem.supervisedBy(), problem.passes()));
            case HandlingEvent.CoHandled coHandled -> tell(event, about -> told(coHandled, about));
            case HandlingEvent.Escalated _ -> {} // The page says who wanted it.
            case HandlingEvent.Noted _ -> {}
            case HandlingEvent.Verified verified ->
                    tell(
                            event,
                            about ->
                                    new Published.CaseVerified(
                                            about,
                                            verified.verdict().truth(),
                                            verified.verdict().demand(),
                                            verified.verdict().liability()));
            case HandlingEvent.EndProposed proposed ->
                    tell(
                            event,
                            about ->
                                    new Published.EndProposed(
                                            about,
                                            ClosedAs.NOT_AGREED,
                                            proposed.contrary(),
                                            proposed.words()));
            case HandlingEvent.EndRefused refused ->
                    tell(
                            event,
                            about ->
                                    new Published.EndRefused(
                                            about, ClosedAs.NOT_AGREED, refused.reason()));
            case HandlingEvent.Closed closed -> {
                if (closed.closedAs() == ClosedAs.ANSWERED) {
                    tell(
                            event,
                            about ->
                                    resolved(
                                            about,
                                            requireNonNull(closed.handler()),
                                            requireNonNull(closed.note())));
                }
                tell(event, about -> closed(about, closed));
            }
        }
    }

    private void tell(HandlingEvent event, Function<About, Published> told) {
        About about = about(event.customerCase(), event.round(), event.by(), event.at());
        publish(event.customerCase(), event.unit(), event.at(), told.apply(about));
    }

    private static Published told(HandlingEvent.Directed directed, About about) {
        Directive directive = directed.directive();
        return switch (directed.step()) {
            case ISSUED ->
                    new Published.DirectiveIssued(
                            about,
                            directive.directiveId(),
                            directive.kind(),
                            directed.unit(),
                            directive.dueAt(),
                            requireNonNull(directed.words()));
            case RECEIVED ->
                    new Published.DirectiveReceived(
                            about, directive.directiveId(), directive.kind());
            case ANSWERED ->
                    new Published.DirectiveAnswered(
                            about,
                            directive.directiveId(),
                            directive.kind(),
                            directive.dueAt(),
                            requireNonNull(directed.words()));
        };
    }

    private static Published told(HandlingEvent.CoHandled coHandled, About about) {
        CoHandling of = coHandled.coHandling();
        return new Published.CoHandlingTold(
                "redress.case.co-handling-%s.v1"
                        .formatted(of.state().name().toLowerCase(Locale.ROOT)),
                about,
                of.coHandlingId(),
                of.unit(),
                of.dueAt(),
                coHandled.words());
    }

    private static Published handedOver(About about, HandlingEvent.HandedOver passed) {
        return new Published.CaseHandedOver(
                about,
                passed.status(),
                passed.way(),
                passed.from(),
                passed.fromUnit(),
                passed.handler(),
                passed.unit(),
                passed.facts().tier(),
                passed.note());
    }

    private static Published assigned(
            About about, CaseFacts facts, Status status, @Nullable PersonId handler) {
        Assessment assessment = facts.assessment();
        return new Published.CaseAssigned(
                about,
                status,
                facts.tier(),
                facts.unit(),
                handler,
                assessment.severity(),
                assessment.caseClass(),
                assessment.category(),
                assessment.responseLevel(),
                assessment.priority());
    }

    private static Published resolved(About about, PersonId handler, String resolution) {
        return new Published.CaseResolved(about, Status.RESOLVED, handler, resolution);
    }

    /** What staff noted of other ends is no word to the customer. */
    private static Published closed(About about, HandlingEvent.Closed closed) {
        return new Published.CaseClosed(
                about,
                Status.CLOSED,
                closed.closedAs(),
                closed.closedAs() == ClosedAs.NOT_AGREED || closed.closedAs() == ClosedAs.DUPLICATE
                        ? closed.note()
                        : null,
                closed.adopted(),
                closed.duplicateOf());
    }

    void onNotice(@Observes @Priority(BEFORE_CONSEQUENCES) Notice notice) {
        About about = about(notice.customerCase(), notice.round(), notice.by(), notice.at());
        publish(
                notice.customerCase(),
                notice.unit(),
                notice.at(),
                new Published.NoticeGiven(
                        about, notice.person(), notice.occasion(), notice.dueAt()));
    }

    void onClock(@Observes @Priority(BEFORE_CONSEQUENCES) ClockEvent event) {
        if (!event.isNews()) {
            return;
        }
        CaseClock of = event.clock();
        About about = about(of.customerCase(), of.round(), event.by(), event.at());
        publish(of.customerCase(), of.unit(), event.at(), told(event, about));
    }

    private Published told(ClockEvent event, About about) {
        CaseClock told = event.clock();
        return new Published.ClockTold(
                "redress.clock.%s.v1".formatted(what(event)),
                about,
                told.id(),
                told.name(),
                told.reference(),
                told.deadline().calendar(),
                told.deadline().startedAt(),
                told.deadline().warnAt(),
                told.deadline().dueAt(),
                told.promisedAt(),
                told.binds(),
                told.waitsFor(),
                event instanceof ClockEvent.Warned warned ? reminding.of(told, warned.at()) : null,
                event instanceof ClockEvent.Extended extended ? extended.more() : null,
                event instanceof ClockEvent.Met met ? met.at() : null);
    }

    private static String what(ClockEvent event) {
        return switch (event) {
            case ClockEvent.Started _ -> "started";
            case ClockEvent.Warned _ -> "warned";
            case ClockEvent.Breached _ -> "breached";
            case ClockEvent.Paused _ -> "paused";
            case ClockEvent.Resumed _ -> "resumed";
            case ClockEvent.Extended _ -> "extended";
            case ClockEvent.Rebased _ -> "rebased";
            case ClockEvent.Met _ -> "met";
        };
    }

    void onOffer(@Observes OfferEvent event) {
        Offer offer = event.offer();
        Powers.Approver asked = offer.approver();
        About about = about(event.customerCase(), event.round(), event.by(), event.at());
        publish(
                event.customerCase(),
                event.unit(),
                event.at(),
                new Published.Compensation(
                        "redress.case.compensation-%s.v1"
                                .formatted(event.step().name().toLowerCase(Locale.ROOT)),
                        about,
                        offer.offerId(),
                        offer.type(),
                        offer.money(),
                        asked == null ? null : asked.role(),
                        asked == null ? null : asked.person()));
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
            case PagingEvent.Retold(Escalation raised, Page page, List<Page> next, _, _) ->
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
            case PagingEvent.Done done ->
                    new Published.EscalationProgressed(
                            about, done.escalation().id(), done.deed(), done.until());
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
