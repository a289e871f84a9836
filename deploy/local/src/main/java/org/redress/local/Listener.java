package org.redress.local;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/** Hears what is published on topics from now on, in a thread of its own, until it is closed. */
public final class Listener implements AutoCloseable {
    private final TopicReader reader;
    private final Thread thread;

    /**
     * Begins with the next message that is published.
     *
     * @throws Failure when Kafka does not answer
     */
    public Listener(
            KafkaLogin login, Consumer<ConsumerRecord<String, byte[]>> heard, String... topics) {
        try {
            reader = new TopicReader(login, topics);
        } catch (KafkaException e) {
            throw new Failure("Kafka does not answer " + login + ".", e);
        }
        thread = Thread.ofPlatform().daemon().name("listener").start(() -> hear(reader, heard));
    }

    private static void hear(TopicReader reader, Consumer<ConsumerRecord<String, byte[]>> heard) {
        try (reader) {
            while (true) {
                reader.next().forEach(heard);
            }
        } catch (WakeupException _) {
            // closed
        }
    }

    /** Returns when nothing is heard any more. */
    @Override
    public void close() {
        reader.wakeUp();
        Unchecked.run(thread::join);
    }
}
