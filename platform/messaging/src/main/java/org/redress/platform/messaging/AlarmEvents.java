package org.redress.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes events of alarms; topic and type are the service's business. */
@ApplicationScoped
class AlarmEvents {

    private final String topic;
    private final String type;
    private final String source;
    private final String service;

    AlarmEvents(
            @ConfigProperty(name = "messaging.alarms.topic") String topic,
            @ConfigProperty(name = "messaging.alarms.type") String type,
            @ConfigProperty(name = "messaging.source") String source,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.topic = topic;
        this.type = type;
        this.source = source;
        this.service = service;
    }

    OutgoingEvent event(Alarm alarm, int count, Instant occurredAt, Instant now) {
        var noticedBy = alarm.kind().toLowerCase(Locale.ROOT).replace('_', '-');
        var told =
                new AlarmReported(
                        occurredAt,
                        now,
                        new AlarmReported.Actor("RULE", noticedBy),
                        UuidCreator.getTimeOrderedEpoch(),
                        alarm.kind(),
                        service,
                        alarm.thing(),
                        alarm.reason(),
                        count,
                        alarm.caseId());
        var event =
                OutgoingEvent.of(type, told).to(topic, service).at(occurredAt).with("mode", "REAL");
        return alarm.caseId() == null
                ? event
                : event.with("correlationid", alarm.caseId().toString());
    }

    /** The event as a row that is sent without ever having been in the outbox. */
    OutboxRow row(OutgoingEvent event) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        var headers = CloudEventCodec.headers(event, id, source, Map.of());
        return new OutboxRow(
                0,
                event.topic(),
                event.key(),
                EventJson.writeHeaders(headers),
                event.data() == null ? null : EventJson.write(event.data()));
    }
}
