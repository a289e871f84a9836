package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class WhatTheBrokerRefusesTest {

    private final List<String> tried = new ArrayList<>();

    @Test
    void for_good_is_what_no_repetition_mends() {
        assertThat(
                        List.of(
                                new RecordTooLargeException(),
                                new InvalidTopicException(),
                                new InvalidRecordException("x"),
                                new InvalidTimestampException("x"),
                                new SerializationException(),
                                new EventSender.UnsendableRow(new IllegalStateException())))
                .allMatch(EventSender::refusesForGood);
        assertThat(
                        List.of(
                                new TimeoutException(),
                                new NotLeaderOrFollowerException(),
                                new TopicAuthorizationException("x"),
                                new IllegalStateException()))
                .noneMatch(EventSender::refusesForGood);
    }

    @Test
    void for_good_holds_up_nothing_of_its_key() throws Exception {
        // given
        var rows = List.of(row(1, "a", "too large"), row(2, "a", "next"), row(3, "b", "other"));

        // when
        var sent = EventSender.to(refusing("too large", new RecordTooLargeException())).send(rows);

        // then
        assertThat(sent.acknowledged()).extracting(OutboxRow::seq).containsExactly(3L, 2L);
        assertThat(sent.failures()).containsOnlyKeys(rows.getFirst());
    }

    @Test
    void for_now_holds_up_its_key_and_no_other() throws Exception {
        // given
        var rows = List.of(row(1, "a", "not now"), row(2, "a", "next"), row(3, "b", "other"));

        // when
        var sent =
                EventSender.to(refusing("not now", new TopicAuthorizationException("x")))
                        .send(rows);

        // then
        assertThat(sent.acknowledged()).extracting(OutboxRow::seq).containsExactly(3L);
        assertThat(sent.failures()).containsOnlyKeys(rows.getFirst());
        assertThat(tried).doesNotContain("next");
    }

    @Test
    void a_topic_that_cannot_be_looked_up_is_waited_for_once_however_many_keys_it_has()
            throws Exception {
        // given
        var rows = IntStream.range(0, 5).mapToObj(n -> row(n, "key " + n, "lost")).toList();

        // when
        var sent = EventSender.to(refusing("lost", new TimeoutException())).send(rows);

        // then
        assertThat(tried).containsExactly("lost");
        assertThat(sent.failures()).containsOnlyKeys(rows.getFirst());
        assertThat(sent.acknowledged()).isEmpty();
    }

    private MockProducer<String, byte[]> refusing(String value, RuntimeException failure) {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(
                    ProducerRecord<String, byte[]> message) {
                var said = new String(message.value(), UTF_8);
                tried.add(said);
                if (said.equals(value)) {
                    throw failure;
                }
                return super.send(message);
            }
        };
    }

    private static OutboxRow row(long seq, String key, String value) {
        return new OutboxRow(seq, "relayed", key, "{}", value.getBytes(UTF_8));
    }
}
