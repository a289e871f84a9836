package org.redress.reporting.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.redress.reporting.Deliveries;

@ApplicationScoped
class HandedDeliveries implements Deliveries {
    private final Reception reception;

    HandedDeliveries(Reception reception) {
        this.reception = reception;
    }

    @Override
    public void receive(List<ConsumerRecord<String, byte[]>> batch) {
        reception.receive(
                new ConsumerRecords<>(
                        Map.of(new TopicPartition("redress.cases", 0), List.copyOf(batch)),
                        Map.of()));
    }
}
