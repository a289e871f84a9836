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
import org.redress.notification.mails.Mode;
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
                add("redress.message.sent.v1", message, at, attempt(message, null, null, at));
            }
            case DeliveryEvent.Failed(var message, var reason, var isFinal, var at) -> {
                LOG.infof(
                        "message failed message=%s purpose=%s case=%s attempt=%d final=%b",
                        message.id(),
                        message.purpose(),
                        message.caseNumber(),
                        message.attempt(),
                        isFinal);
                add(
                        "redress.message.failed.v1",
                        message,
                        at,
                        attempt(message, reason, isFinal, at));
            }
            case DeliveryEvent.Acknowledged acknowledged -> {
                LOG.infof(
                        "page acknowledged message=%s case=%s escalation=%s",
                        acknowledged.messageId(),
                        acknowledged.caseNumber(),
                        acknowledged.escalationId());
                add(
                        "redress.message.acknowledged.v1",
                        acknowledged.messageId(),
                        acknowledged.caseId(),
                        acknowledged.mode(),
                        acknowledged.orgUnit(),
                        acknowledged.at(),
                        acknowledgment(acknowledged));
            }
        }
    }

    private void add(String type, Message message, Instant at, Attempt data) {
        add(type, message.id(), message.caseId(), message.mode(), message.orgUnit(), at, data);
    }

    private void add(
            String type,
            UUID messageId,
            UUID caseId,
            Mode mode,
            @Nullable String orgUnit,
            Instant at,
            Object data) {
        var event =
                OutgoingEvent.of(type, data)
                        .to("redress.deliveries", messageId.toString())
                        .at(at)
                        .with("mode", mode.name())
                        .with("correlationid", caseId.toString());
        outbox.add(orgUnit == null ? event : event.with("orgunit", orgUnit));
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

    private Acknowledgment acknowledgment(DeliveryEvent.Acknowledged acknowledged) {
        return new Acknowledgment(
                acknowledged.caseId(),
                acknowledged.caseNumber(),
                acknowledged.round(),
                acknowledged.at(),
                clock.instant(),
                new Actor("PERSON", acknowledged.roleId(), acknowledged.personId()),
                acknowledged.messageId(),
                acknowledged.pageId(),
                acknowledged.escalationId(),
                acknowledged.personId(),
                "MAIL_LINK");
    }

    private static String rule(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
            @JsonProperty("final") @Nullable Boolean isFinal) {}

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
            String via) {}
}
