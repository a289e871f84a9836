package org.redress.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * The transactional outbox: an event is a row in the caller's own transaction, so that it is
 * published if and only if what it tells was committed. A relay moves the rows to Kafka, at least
 * once and in order per key.
 */
@ApplicationScoped
public class Outbox {

    private static final String RING_REGISTERED = Outbox.class.getName();

    private final Jdbi jdbi;
    private final OutboxBell bell;
    private final TransactionSynchronizationRegistry transaction;
    private final String source;

    Outbox(
            Jdbi jdbi,
            OutboxBell bell,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "messaging.source") String source) {
        this.jdbi = jdbi;
        this.bell = bell;
        this.transaction = transaction;
        this.source = source;
    }

    /**
     * Publishes the event if the running transaction commits. The event that is being applied, if
     * any, becomes its {@code causationid}; the current span its {@code traceparent}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(OutgoingEvent event) {
        var id = UuidCreator.getTimeOrderedEpoch().toString();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into messaging.outbox (event_id, topic, key, headers, payload)
                                values (:id, :topic, :key, :headers, :payload)
                                """)
                        .bind("id", id)
                        .bind("topic", event.topic())
                        .bind("key", event.key())
                        .bind("headers", EventJson.writeHeaders(headers(event, id)))
                        .bind(
                                "payload",
                                event.data() == null ? null : EventJson.write(event.data()))
                        .execute());
        ringOnceAfterCommit();
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

    private void ringOnceAfterCommit() {
        if (transaction.getResource(RING_REGISTERED) != null) {
            return;
        }
        transaction.putResource(RING_REGISTERED, true);
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            bell.ring();
                        }
                    }
                });
    }
}
