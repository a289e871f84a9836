package org.redress.reporting;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands records to the service as one poll of its consumer would. */
public interface Deliveries {

    void receive(List<ConsumerRecord<String, byte[]>> batch);
}
