package org.redress.notification.publication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.CaseRef;
import org.redress.notification.messages.DeliveryEvent;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.PagedMessage;
import org.redress.notification.messages.Purpose;
import org.redress.notification.publication.PublishedDelivery.Acknowledgment;
import org.redress.notification.publication.PublishedDelivery.Actor;
import org.redress.notification.publication.PublishedDelivery.AlertAcknowledgment;
import org.redress.notification.publication.PublishedDelivery.AlertFailure;
import org.redress.notification.publication.PublishedDelivery.Attempt;
import org.redress.platform.messaging.Outbox;
import org.redress.platform.messaging.OutgoingEvent;

/** Tells the other services on {@code redress.deliveries} what became of the messages. */
@ApplicationScoped
class DeliveryPublisher {
    private static final Logger LOG = Logger.getLogger(DeliveryPublisher.class);

    private static final String TOPIC = "redress.deliveries";

    private final Outbox outbox;
    private final Clock clock;

    DeliveryPublisher(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void publish(@Observes DeliveryEvent event) {
        switch (event) {
            case DeliveryEvent.Sent(var message, var at) -> {
                LOG.infof(
                        "message sent message=%s purpose=%s case=%s attempt=%d",
                        message.id(), message.purpose(), subject(message), message.attempt());
                if (isPublished(message.purpose())) {
                    add(attempt(message, null, null, at), message, at);
                }
            }
            case DeliveryEvent.Failed(var message, var reason, var isFinal, var at) -> {
                LOG.infof(
                        "message failed message=%s purpose=%s case=%s attempt=%d final=%b",
                        message.id(),
                        message.purpose(),
                        subject(message),
                        message.attempt(),
                        isFinal);
                if (isPublished(message.purpose())) {
                    var failed = attempt(message, reason, isFinal, at);
                    add(failed, message, at);
                } else if (message.call() instanceof AlertPage alert && isFinal) {
                    addAbout(message, alert, reason, at);
                }
            }
            case DeliveryEvent.Acknowledged(var page, var at) -> {
                LOG.infof("page acknowledged message=%s call=%s", page.id(), page.callId());
                var origin = page.origin();
                switch (page.call()) {
                    case Page call ->
                            add(
                                    acknowledgment(page, call, at),
                                    origin,
                                    page.about(),
                                    Objects.requireNonNull(page.about()).id().toString(),
                                    at);
                    case AlertPage alert ->
                            add(acknowledgment(page, alert, at), origin, null, alert.alertId(), at);
                }
            }
        }
    }

    /** What is not is on record here; nobody else has to know of it. */
    private static boolean isPublished(Purpose purpose) {
        return switch (purpose) {
            case ESCALATION_PAGE, CUSTOMER_ACKNOWLEDGMENT, CUSTOMER_RESOLUTION -> true;
            case ALERT_PAGE, PAGE_BUNDLE, STAFF_NEWS, STAFF_REMINDER, CUSTOMER_PROMISE -> false;
        };
    }

    private static @Nullable String subject(Message message) {
        return message.about() == null ? message.callId() : message.about().number();
    }

    private void add(Attempt told, Message message, Instant at) {
        add(told, message.origin(), message.about(), told.caseId().toString(), at);
    }

    private void addAbout(Message message, AlertPage alert, String reason, Instant at) {
        var failed =
                new AlertFailure(
                        at,
                        clock.instant(),
                        new Actor("RULE", null, "delivery"),
                        message.id(),
                        alert.pageId(),
                        alert.alertId(),
                        message.recipient().id(),
                        reason);
        add(failed, message.origin(), null, alert.alertId(), at);
    }

    private void add(
            PublishedDelivery told,
            Origin origin,
            @Nullable CaseRef about,
            String correlation,
            Instant at) {
        var event =
                OutgoingEvent.of(told.type(), told)
                        .to(TOPIC, told.messageId().toString())
                        .at(at)
                        .with("mode", origin.mode().name())
                        .with("correlationid", correlation);
        event = with(event, "subject", about == null ? null : about.number());
        event = with(event, "orgunit", origin.orgUnit());
        event = with(event, "causationid", origin.causeId());
        outbox.add(with(event, "traceparent", origin.traceparent()));
    }

    private static OutgoingEvent with(OutgoingEvent event, String name, @Nullable String value) {
        return value == null ? event : event.with(name, value);
    }

    private Attempt attempt(
            Message message, @Nullable String reason, @Nullable Boolean isFinal, Instant at) {
        var call = message.call();
        var about = message.ofCase();
        return new Attempt(
                about.id(),
                about.number(),
                about.round(),
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
                call == null ? null : call.pageId(),
                message.callId(),
                reason,
                isFinal);
    }

    private Acknowledgment acknowledgment(PagedMessage page, Page call, Instant at) {
        var about = Objects.requireNonNull(page.about());
        return new Acknowledgment(
                about.id(),
                about.number(),
                about.round(),
                at,
                clock.instant(),
                new Actor("PERSON", call.roleId(), page.personId()),
                page.id(),
                call.pageId(),
                page.callId(),
                page.personId(),
                "MAIL_LINK");
    }

    private AlertAcknowledgment acknowledgment(PagedMessage page, AlertPage alert, Instant at) {
        return new AlertAcknowledgment(
                at,
                clock.instant(),
                new Actor("PERSON", alert.roleId(), page.personId()),
                page.id(),
                alert.pageId(),
                alert.alertId(),
                page.personId(),
                "MAIL_LINK");
    }

    private static String rule(Purpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
