package org.redress.notification.messages;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Tells the other services on {@code redress.deliveries} what became of the messages. */
@ApplicationScoped
class PublishedDeliveries {
    private static final Logger LOG = Logger.getLogger(PublishedDeliveries.class);

    private final Outbox outbox;
    private final Clock clock;

    @Inject
    PublishedDeliveries(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void publish(@Observes DeliveryEvent event) {
        switch (event) {
            case DeliveryEvent.Sent(var message, var at) -> {
                LOG.infof(
                        "message sent message=%s purpose=%s case=%s attempt=%d",
                        message.id(), message.purpose(), message.caseNumber(), message.attempt());
                var sent = attempt(message, null, null, at);
                add("redress.message.sent.v1", sent, message.id(), message.origin(), at);
            }
            case DeliveryEvent.Failed(var message, var reason, var isFinal, var at) -> {
                LOG.infof(
                        "message failed message=%s purpose=%s case=%s attempt=%d final=%b",
                        message.id(),
                        message.purpose(),
                        message.caseNumber(),
                        message.attempt(),
                        isFinal);
                var failed = attempt(message, reason, isFinal, at);
                add("redress.message.failed.v1", failed, message.id(), message.origin(), at);
            }
            case DeliveryEvent.Acknowledged(var page, var at) -> {
                LOG.infof(
                        "page acknowledged message=%s case=%s escalation=%s",
                        page.id(), page.caseNumber(), page.escalationId());
                var acknowledged = acknowledgment(page, at);
                add("redress.message.acknowledged.v1", acknowledged, page.id(), page.origin(), at);
            }
        }
    }

    private void add(String type, AboutCase data, UUID messageId, Origin origin, Instant at) {
        var event =
                OutgoingEvent.of(type, data)
                        .to("redress.deliveries", messageId.toString())
                        .at(at)
                        .with("mode", origin.mode().name())
                        .with("correlationid", data.caseId().toString());
        event = with(event, "orgunit", origin.orgUnit());
        event = with(event, "causationid", origin.causeId());
        outbox.add(with(event, "traceparent", origin.traceparent()));
    }

    private static OutgoingEvent with(OutgoingEvent event, String name, @Nullable String value) {
        return value == null ? event : event.with(name, value);
    }

    private Attempt attempt(
            Message message, @Nullable String reason, @Nullable Boolean isFinal, Instant at) {
        var page = message.page();
        return new Attempt(
                message.caseId(),
                message.caseNumber(),
                message.round(),
                at,
                clock.instant(),
                message.attempt() == 1
                        ? new Actor("RULE", null, rule(message.purpose()))
                        : new Actor("TIMER", null, "deliveries"),
                message.id(),
                message.purpose(),
                "EMAIL",
                message.recipient(),
                message.attempt(),
                page == null ? null : page.pageId(),
                message.escalationId(),
                reason,
                isFinal);
    }

    private Acknowledgment acknowledgment(PagedMessage page, Instant at) {
        return new Acknowledgment(
                page.caseId(),
                page.caseNumber(),
                page.round(),
                at,
                clock.instant(),
                new Actor("PERSON", page.page().roleId(), page.personId()),
                page.id(),
                page.page().pageId(),
                page.escalationId(),
                page.personId(),
                "MAIL_LINK");
    }

    private static String rule(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every event here is about a case. */
    sealed interface AboutCase {
        UUID caseId();
    }

    record Actor(String kind, @Nullable String role, String id) {}

    record Attempt(
            UUID caseId,
            String caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            Purpose purpose,
            String channel,
            Recipient recipient,
            int attempt,
            @Nullable String pageId,
            @Nullable String escalationId,
            @Nullable String reason,
            @JsonProperty("final") @Nullable Boolean isFinal)
            implements AboutCase {}

    record Acknowledgment(
            UUID caseId,
            String caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            UUID messageId,
            String pageId,
            String escalationId,
            String personId,
            String via)
            implements AboutCase {}
}
