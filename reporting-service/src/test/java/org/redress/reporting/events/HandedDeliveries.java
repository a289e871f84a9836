package org.redress.reporting.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.redress.platform.messaging.Inbox;
import org.redress.reporting.Deliveries;

@ApplicationScoped
class HandedDeliveries implements Deliveries {
    private final Inbox inbox;

    HandedDeliveries(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public void receive(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(
                "events",
                new ConsumerRecords<>(
                        Map.of(new TopicPartition("redress.cases", 0), List.copyOf(batch)),
                        Map.of()));
    }
}
