package org.redress.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * The transactional outbox: an event is a row in the caller's own transaction, so that it is
 * published if and only if what it tells was committed. All events of a transaction are written in
 * {@link OneTrip} before it commits; then the bell is rung. A relay moves the rows to Kafka, at
 * least once and in order per key.
 */
@ApplicationScoped
public class Outbox {

    private final OneTrip<UnsentRow> unsent;
    private final String source;

    Outbox(
            Jdbi jdbi,
            OutboxBell bell,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "messaging.source") String source) {
        this.unsent =
                OneTrip.andThen(
                        transaction,
                        rows -> {
                            UnsentRows.write(jdbi, rows);
                            return bell::ring;
                        });
        this.source = source;
    }

    /**
     * Publishes the event if the running transaction commits. The event that is being applied, if
     * any, becomes its {@code causationid}; the current span its {@code traceparent}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingEvent event) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        var row =
                new UnsentRow(
                        id,
                        event.topic(),
                        event.key(),
                        EventJson.writeHeaders(headers(event, id)),
                        event.data() == null ? null : EventJson.write(event.data()));
        unsent.add(row);
    }

    private Map<String, String> headers(OutgoingEvent event, String id) {
        var origin = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), origin, Map::put);
        origin.keySet().retainAll(Set.of("traceparent"));
        var cause = IncomingEvent.current();
        if (cause != null) {
            origin.put("causationid", cause.id());
        }
        return CloudEventCodec.headers(event, id, source, origin);
    }
}
