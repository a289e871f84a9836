package org.redress.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.redress.platform.messaging.Inbox;

/** What a reader gets in one poll: told one after the other, applied together. */
public final class OnePoll {

    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records =
            new LinkedHashMap<>();

    void add(String topic, String key, String type, String json) {
        var partition = new TopicPartition(topic, 0);
        var before = records.computeIfAbsent(partition, _ -> new ArrayList<>());
        var message = new ConsumerRecord<>(topic, 0, before.size(), key, json.getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/redress/test",
                        "ce_type", type,
                        "ce_mode", "TEST",
                        "ce_time", "2026-11-21T06:00:00Z",
                        "ce_correlationid", key,
                        "content-type", "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        before.add(message);
    }

    public void applyBy(Inbox inbox) {
        inbox.receive("events", new ConsumerRecords<>(new LinkedHashMap<>(records), Map.of()));
        records.clear();
    }
}
