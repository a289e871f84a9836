package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends rows to Kafka and tells which of them were not acknowledged. */
interface EventSender {

    /** Sends the rows in their order and waits; the answer holds those that failed, with why. */
    Map<OutboxRow, Exception> send(List<OutboxRow> rows) throws InterruptedException;

    /** A sender over a producer with {@code acks=all} and idempotence. */
    static EventSender to(Producer<String, byte[]> producer) {
        return rows -> {
            var pending = new ArrayList<Future<RecordMetadata>>(rows.size());
            for (var row : rows) {
                pending.add(producer.send(message(row)));
            }
            producer.flush();
            var failures = new LinkedHashMap<OutboxRow, Exception>();
            for (int i = 0; i < rows.size(); i++) {
                try {
                    pending.get(i).get();
                } catch (ExecutionException e) {
                    failures.put(rows.get(i), e.getCause() instanceof Exception cause ? cause : e);
                }
            }
            return failures;
        };
    }

    private static ProducerRecord<String, byte[]> message(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        row.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }
}
