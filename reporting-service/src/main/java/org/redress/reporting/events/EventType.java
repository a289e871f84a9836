package org.redress.reporting.events;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that reporting reads, in the order of their topics, which is also the order in which
 * things of one moment are told: registered before assessed before handled before delivered.
 */
public enum EventType {
    REGISTERED(Topic.CASES, "case.registered", News.Registered.class),
    CORRECTED(Topic.CASES, "case.corrected", News.Corrected.class),
    CONTACT_LOGGED(Topic.CASES, "case.contact-logged", News.ContactLogged.class),
    SATISFACTION_RECORDED(
            Topic.CASES, "case.satisfaction-recorded", News.SatisfactionRecorded.class),
    WITHDRAWN(Topic.CASES, "case.withdrawn", News.Withdrawn.class),
    ASSESSED(Topic.ASSESSMENTS, "case.assessed", News.Assessed.class),
    ASSIGNED(Topic.HANDLING, "case.assigned", News.Assigned.class),
    HANDED_OVER(Topic.HANDLING, "case.handed-over", News.HandedOver.class),
    PROGRESSED(Topic.HANDLING, "case.progressed", News.Progressed.class),
    RESOLVED(Topic.HANDLING, "case.resolved", News.Resolved.class),
    REOPENED(Topic.HANDLING, "case.reopened", News.Reopened.class),
    VERIFIED(Topic.HANDLING, "case.verified", News.Verified.class),
    COMPENSATION_OFFERED(
            Topic.HANDLING, "case.compensation-offered", News.CompensationOffered.class),
    COMPENSATION_APPROVED(
            Topic.HANDLING, "case.compensation-approved", News.CompensationApproved.class),
    COMPENSATION_REFUSED(
            Topic.HANDLING, "case.compensation-refused", News.CompensationRefused.class),
    COMPENSATION_ACCEPTED(
            Topic.HANDLING, "case.compensation-accepted", News.CompensationAccepted.class),
    COMPENSATION_DECLINED(
            Topic.HANDLING, "case.compensation-declined", News.CompensationDeclined.class),
    COMPENSATION_WITHDRAWN(
            Topic.HANDLING, "case.compensation-withdrawn", News.CompensationWithdrawn.class),
    COMPENSATION_PAID(Topic.HANDLING, "case.compensation-paid", News.CompensationPaid.class),
    END_PROPOSED(Topic.HANDLING, "case.end-proposed", News.EndProposed.class),
    END_REFUSED(Topic.HANDLING, "case.end-refused", News.EndRefused.class),
    CLOSED(Topic.HANDLING, "case.closed", News.Closed.class),
    CO_HANDLING_REQUESTED(
            Topic.HANDLING, "case.co-handling-requested", News.CoHandlingRequested.class),
    CO_HANDLING_RECEIVED(
            Topic.HANDLING, "case.co-handling-received", News.CoHandlingReceived.class),
    CO_HANDLING_ANSWERED(
            Topic.HANDLING, "case.co-handling-answered", News.CoHandlingAnswered.class),
    CO_HANDLING_RETURNED(
            Topic.HANDLING, "case.co-handling-returned", News.CoHandlingReturned.class),
    CO_HANDLING_ACCEPTED(
            Topic.HANDLING, "case.co-handling-accepted", News.CoHandlingAccepted.class),
    CO_HANDLING_WITHDRAWN(
            Topic.HANDLING, "case.co-handling-withdrawn", News.CoHandlingWithdrawn.class),
    PROBLEM_DECLARED(Topic.HANDLING, "case.problem-declared", News.ProblemDeclared.class),
    DIRECTIVE_ISSUED(Topic.HANDLING, "directive.issued", News.DirectiveIssued.class),
    DIRECTIVE_RECEIVED(Topic.HANDLING, "directive.received", News.DirectiveReceived.class),
    DIRECTIVE_ANSWERED(Topic.HANDLING, "directive.answered", News.DirectiveAnswered.class),
    CLOCK_STARTED(Topic.HANDLING, "clock.started", News.ClockStarted.class),
    CLOCK_WARNED(Topic.HANDLING, "clock.warned", News.ClockWarned.class),
    CLOCK_BREACHED(Topic.HANDLING, "clock.breached", News.ClockBreached.class),
    CLOCK_MET(Topic.HANDLING, "clock.met", News.ClockMet.class),
    ESCALATION_RAISED(Topic.HANDLING, "escalation.raised", News.EscalationRaised.class),
    ESCALATION_ACKNOWLEDGED(
            Topic.HANDLING, "escalation.acknowledged", News.EscalationAcknowledged.class),
    ESCALATION_EXHAUSTED(Topic.HANDLING, "escalation.exhausted", News.EscalationExhausted.class),
    ESCALATION_SETTLED(Topic.HANDLING, "escalation.settled", News.EscalationSettled.class),
    MESSAGE_SENT(Topic.DELIVERIES, "message.sent", News.MessageSent.class),
    MESSAGE_FAILED(Topic.DELIVERIES, "message.failed", News.MessageFailed.class),
    MESSAGE_ACKNOWLEDGED(Topic.DELIVERIES, "message.acknowledged", News.MessageAcknowledged.class);

    private static final Map<Class<?>, EventType> OF_NEWS =
            Stream.of(values()).collect(Collectors.toMap(EventType::news, Function.identity()));
    private static final Map<String, EventType> OF_TYPE =
            Stream.of(values()).collect(Collectors.toMap(EventType::type, Function.identity()));

    private final String topic;
    private final String stem;
    private final Class<? extends News> news;

    EventType(String topic, String stem, Class<? extends News> news) {
        this.topic = topic;
        this.stem = stem;
        this.news = news;
    }

    /** The topics, by whose word each stands. */
    private static final class Topic {
        static final String CASES = "redress.cases";
        static final String ASSESSMENTS = "redress.assessments";
        static final String HANDLING = "redress.handling";
        static final String DELIVERIES = "redress.deliveries";
    }

    /** The type of the event that told this news. */
    public static EventType of(News news) {
        return OF_NEWS.get(news.getClass());
    }

    /** The type with this CloudEvents name, which must be one that reporting reads. */
    public static EventType named(String type) {
        return OF_TYPE.get(type);
    }

    /** The topic on which it is told. */
    public String topic() {
        return topic;
    }

    /** The name on the wire, with its version: {@code redress.case.registered.v1}. */
    public String type() {
        return "redress." + stem + ".v1";
    }

    /** The name of its contract: {@code case.registered.v1}. */
    public String contract() {
        return stem + ".v1";
    }

    /** The record that it becomes. */
    public Class<? extends News> news() {
        return news;
    }
}
