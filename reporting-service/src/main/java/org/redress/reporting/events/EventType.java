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
    REGISTERED("case.registered", News.Registered.class),
    CORRECTED("case.corrected", News.Corrected.class),
    CONTACT_LOGGED("case.contact-logged", News.ContactLogged.class),
    SATISFACTION_RECORDED("case.satisfaction-recorded", News.SatisfactionRecorded.class),
    WITHDRAWN("case.withdrawn", News.Withdrawn.class),
    ASSESSED("case.assessed", News.Assessed.class),
    ASSIGNED("case.assigned", News.Assigned.class),
    PROGRESSED("case.progressed", News.Progressed.class),
    RESOLVED("case.resolved", News.Resolved.class),
    REOPENED("case.reopened", News.Reopened.class),
    CLOSED("case.closed", News.Closed.class),
    CLOCK_STARTED("clock.started", News.ClockStarted.class),
    CLOCK_WARNED("clock.warned", News.ClockWarned.class),
    CLOCK_BREACHED("clock.breached", News.ClockBreached.class),
    CLOCK_MET("clock.met", News.ClockMet.class),
    ESCALATION_RAISED("escalation.raised", News.EscalationRaised.class),
    ESCALATION_ACKNOWLEDGED("escalation.acknowledged", News.EscalationAcknowledged.class),
    ESCALATION_EXHAUSTED("escalation.exhausted", News.EscalationExhausted.class),
    ESCALATION_SETTLED("escalation.settled", News.EscalationSettled.class),
    MESSAGE_SENT("message.sent", News.MessageSent.class),
    MESSAGE_FAILED("message.failed", News.MessageFailed.class),
    MESSAGE_ACKNOWLEDGED("message.acknowledged", News.MessageAcknowledged.class);

    private static final Map<Class<?>, EventType> OF_NEWS =
            Stream.of(values()).collect(Collectors.toMap(EventType::news, Function.identity()));
    private static final Map<String, EventType> OF_TYPE =
            Stream.of(values()).collect(Collectors.toMap(EventType::type, Function.identity()));

    private final String stem;
    private final Class<? extends News> news;

    EventType(String stem, Class<? extends News> news) {
        this.stem = stem;
        this.news = news;
    }

    /** The type of the event that told this news. */
    public static EventType of(News news) {
        return OF_NEWS.get(news.getClass());
    }

    /** The type with this CloudEvents name, which must be one that reporting reads. */
    public static EventType named(String type) {
        return OF_TYPE.get(type);
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
