package org.redress.platform.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.redress.platform.due.Wordless;

/**
 * Applies each event once: its id and its effect are written in one transaction. A batch shares a
 * transaction; when that fails, each event gets its own. Only what is an event's own fault makes it
 * a dead letter, while the rest goes on; an outage is waited for. When the events of several keys
 * fail one after the other, something else is wrong than they: the channel stops burying and tries
 * until one succeeds.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int OTHERS_ASKED = 3;

    private final Effects effects;
    private final Reception reception;
    private final Channels channels;
    private final Batches batches;
    private final int keysInARow;

    Inbox(
            Effects effects,
            Reception reception,
            Channels channels,
            Batches batches,
            @ConfigProperty(name = "messaging.inbox.keys-in-a-row") int keysInARow) {
        this.effects = effects;
        this.reception = reception;
        this.channels = channels;
        this.batches = batches;
        this.keysInARow = keysInARow;
    }

    /**
     * Applies the records in their order and returns when each has had its effect, was known
     * already, is of no interest, or lies with the dead letters. While the database or the broker
     * is away it keeps trying.
     *
     * @param channel its name, for whoever looks after it
     */
    public void receive(String channel, ConsumerRecords<String, byte[]> records) {
        batches.apply(() -> apply(records, channels.of(channel)));
    }

    private void apply(ConsumerRecords<String, byte[]> records, Channel channel) {
        var deliveries = new ArrayList<Delivery>();
        for (var message : records) {
            unlessUnreadable(message, channel, () -> reception.read(message))
                    .ifPresent(deliveries::add);
        }
        reception.expect(deliveries);
        apply(prepared(deliveries, channel), channel);
    }

    private List<Delivery> prepared(List<Delivery> deliveries, Channel channel) {
        var prepared = new ArrayList<Delivery>();
        for (var each : deliveries) {
            unlessUnreadable(each.message(), channel, () -> Optional.of(each.preparedNow()))
                    .ifPresent(prepared::add);
        }
        return prepared;
    }

    private void apply(List<Delivery> deliveries, Channel channel) {
        if (deliveries.isEmpty()) {
            return;
        }
        if (isAppliedTogether(deliveries)) {
            channels.goesOn(channel);
        } else {
            for (int i = 0; i < deliveries.size(); i++) {
                var delivery = deliveries.get(i);
                var later = deliveries.subList(i + 1, deliveries.size());
                LogContext.within(delivery.event(), () -> applyAlone(delivery, channel, later));
            }
        }
    }

    private Optional<Delivery> unlessUnreadable(
            ConsumerRecord<String, byte[]> message,
            Channel channel,
            Supplier<Optional<Delivery>> reading) {
        try {
            return reading.get();
        } catch (UnreadableEvent e) {
            bury(message, Blame.reason(e), channel);
            return Optional.empty();
        }
    }

    private boolean isAppliedTogether(List<Delivery> deliveries) {
        try {
            var prepared = deliveries.stream().map(Delivery::prepared).toList();
            QuarkusTransaction.requiringNew().run(() -> effects.applyOnce(prepared));
            return true;
        } catch (RuntimeException | Error e) {
            LOG.debugf(Wordless.of(e), "batch of %d applied one by one", deliveries.size());
            return false;
        }
    }

    private void applyAlone(Delivery delivery, Channel channel, List<Delivery> later) {
        var patience = new Patience(batches);
        while (true) {
            var failure = attempt(delivery);
            if (failure.isEmpty()) {
                channels.goesOn(channel);
                return;
            }
            if (isAtFault(delivery, failure.get(), patience, channel, later)) {
                LOG.errorf(
                        Wordless.of(failure.get()),
                        "not applied type=%s id=%s",
                        delivery.type(),
                        delivery.id());
                bury(delivery.message(), Blame.reason(failure.get()), channel);
                return;
            }
            var reason = reason(delivery, failure.get());
            LOG.warnf("tried again type=%s id=%s at=%s", delivery.type(), delivery.id(), reason);
            channels.tries(channel, reason, delivery.correlation());
            patience.rest();
        }
    }

    /** Applies it in a transaction of its own; what comes back is why that failed. */
    private Optional<Throwable> attempt(Delivery delivery) {
        try {
            var prepared = delivery.prepared();
            QuarkusTransaction.requiringNew().run(() -> effects.applyOnce(List.of(prepared)));
            return Optional.empty();
        } catch (RuntimeException | Error failure) {
            return Optional.of(failure);
        }
    }

    private boolean isAtFault(
            Delivery delivery,
            Throwable failure,
            Patience patience,
            Channel channel,
            List<Delivery> later) {
        return switch (Blame.of(failure)) {
            case UNREADABLE -> true;
            case WORLD -> false;
            case EVENT -> patience.isExhausted();
            case UNCLEAR ->
                    patience.isExhausted()
                            && (channel.failed(delivery.key()) < keysInARow
                                    || isAloneAtFault(delivery, failure, channel, later));
        };
    }

    /** Others go well and it does not: tried after them, for what was wrong may just have ended. */
    private boolean isAloneAtFault(
            Delivery delivery, Throwable failure, Channel channel, List<Delivery> later) {
        return othersGoWell(delivery, failure, channel, later) && attempt(delivery).isPresent();
    }

    /** Stops the channel, unless an event of another key can be applied. */
    private boolean othersGoWell(
            Delivery delivery, Throwable failure, Channel channel, List<Delivery> later) {
        var asked = new HashSet<String>();
        for (var other : later) {
            if (asked.size() < OTHERS_ASKED
                    && !channel.hasFailed(other.key())
                    && asked.add(other.key())
                    && attempt(other).isEmpty()) {
                channels.goesOn(channel);
                return true;
            }
        }
        var trying = channel.trying();
        if (trying == null || !trying.stopped()) {
            channels.stops(channel, reason(delivery, failure), delivery.correlation());
        }
        return false;
    }

    private static String reason(Delivery delivery, Throwable failure) {
        return delivery.event().topic() + ": " + Blame.reason(failure);
    }

    private void bury(ConsumerRecord<String, byte[]> message, String reason, Channel channel) {
        var patience = new Patience(batches);
        while (true) {
            try {
                reception.bury(message, reason);
                channel.passes();
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Batches.Stopped();
            } catch (RuntimeException e) {
                var cause = Blame.reason(e);
                LOG.errorf("dead letter not kept, tried again cause=%s", cause);
                channels.tries(channel, "dead letter not kept: " + cause, null);
                patience.rest();
            }
        }
    }
}
