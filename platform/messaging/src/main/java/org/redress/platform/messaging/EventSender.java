package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows to Kafka, <b>of each key one at a time</b>: the next one of a key goes when the one
 * before is acknowledged (or refused for good), and after a failure none follows. So whatever fails
 * and whenever, no receiver has seen what comes after an event that is sent again later.
 */
interface EventSender {

    /** Sends the rows and waits. */
    Sent send(List<OutboxRow> rows) throws InterruptedException;

    /**
     * What became of the rows; one that is in neither was not tried.
     *
     * @param acknowledged the broker has them
     * @param failures those that failed, with why
     */
    record Sent(List<OutboxRow> acknowledged, Map<OutboxRow, Exception> failures) {
        static final Sent NOTHING = new Sent(List.of(), Map.of());
    }

    /** A sender over a producer with {@code acks=all} and idempotence. */
    static EventSender to(Producer<String, byte[]> producer) {
        return rows -> {
            var rounds = new Rounds(producer);
            var left = rows;
            while (!left.isEmpty()) {
                left = rounds.next(left);
            }
            return new Sent(rounds.acknowledged, rounds.failures);
        };
    }

    /** Whether trying again is in vain: the broker or the client can never take this record. */
    static boolean refusesForGood(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof SerializationException
                || failure instanceof UnsendableRow;
    }

    /** A row that cannot even be made a record. */
    final class UnsendableRow extends RuntimeException {
        UnsendableRow(RuntimeException cause) {
            super("cannot be made a record: " + cause.getClass().getSimpleName());
        }
    }

    /** Round after round: of each key its first row that is left. */
    final class Rounds {

        private final Producer<String, byte[]> producer;
        private final List<OutboxRow> acknowledged = new ArrayList<>();
        private final Map<OutboxRow, Exception> failures = new LinkedHashMap<>();
        private final Set<String> heldBack = new HashSet<>();

        Rounds(Producer<String, byte[]> producer) {
            this.producer = producer;
        }

        /** Sends one round; the answer is what is left for the next. */
        List<OutboxRow> next(List<OutboxRow> rows) throws InterruptedException {
            var pending = new LinkedHashMap<OutboxRow, Future<RecordMetadata>>();
            var lanes = new HashSet<String>();
            var left = new ArrayList<OutboxRow>();
            for (var row : rows) {
                if (isHeldBack(row)) {
                    continue;
                }
                if (lanes.add(row.lane())) {
                    pending.put(row, send(row));
                } else {
                    left.add(row);
                }
            }
            producer.flush();
            for (var sent : pending.entrySet()) {
                settle(sent.getKey(), sent.getValue());
            }
            left.removeIf(this::isHeldBack);
            return left;
        }

        /** A topic that could not even be looked up is not waited for again and again. */
        private Future<RecordMetadata> send(OutboxRow row) {
            ProducerRecord<String, byte[]> message;
            try {
                message = message(row);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(new UnsendableRow(e));
            }
            Future<RecordMetadata> sent;
            try {
                sent = producer.send(message);
            } catch (InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                sent = CompletableFuture.failedFuture(e);
            }
            if (sent.isDone() && failed(sent) instanceof TimeoutException) {
                heldBack.add(row.topic());
            }
            return sent;
        }

        private void settle(OutboxRow row, Future<RecordMetadata> sent)
                throws InterruptedException {
            try {
                sent.get();
                acknowledged.add(row);
            } catch (ExecutionException e) {
                var failure = e.getCause() instanceof Exception cause ? cause : e;
                failures.put(row, failure);
                if (!refusesForGood(failure)) {
                    heldBack.add(row.lane());
                }
            }
        }

        private boolean isHeldBack(OutboxRow row) {
            return heldBack.contains(row.topic()) || heldBack.contains(row.lane());
        }

        private static @Nullable Throwable failed(Future<RecordMetadata> sent) {
            return sent.state() == Future.State.FAILED ? sent.exceptionNow() : null;
        }

        private static ProducerRecord<String, byte[]> message(OutboxRow row) {
            var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
            row.headers()
                    .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
            return message;
        }
    }
}
