package org.redress.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics of a channel: takes what has come, has it applied, and only then takes what has
 * come meanwhile. So a lone event waits for nothing, and under load batches grow by themselves.
 *
 * <p>Offsets are committed now and then: what is read twice is known to the inbox. Whoever gives a
 * partition up commits first.
 */
final class Reader {

    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long COMMIT_EACH = Duration.ofMillis(500).toNanos();

    private final String channel;
    private final Collection<String> topics;
    private final Supplier<Consumer<String, byte[]>> connect;
    private final Application application;
    private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
    private long committedAt = System.nanoTime();
    private volatile @Nullable Consumer<String, byte[]> consumer;

    Reader(
            String channel,
            Collection<String> topics,
            Supplier<Consumer<String, byte[]>> connect,
            Application application) {
        this.channel = channel;
        this.topics = topics;
        this.connect = connect;
        this.application = application;
    }

    /** What is done with a batch; when it returns, the batch need not be read again. */
    interface Application {
        void apply(ConsumerRecords<String, byte[]> records);
    }

    /** Takes what has come, or waits a second for it. */
    Duration pass() {
        var reading = connected();
        try {
            var records = reading.poll(POLL);
            if (!records.isEmpty()) {
                apply(reading, records);
            }
            if (!applied.isEmpty() && System.nanoTime() - committedAt >= COMMIT_EACH) {
                committedAt = System.nanoTime();
                reading.commitAsync(Map.copyOf(applied), Reader::committed);
                applied.clear();
            }
        } catch (WakeupException told) {
            LOG.debugf("channel woken channel=%s", channel);
        }
        return Duration.ZERO;
    }

    /** Ends a wait for what comes. */
    void wake() {
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    /** Its partitions are somebody else's from now on; when no pass is under way any more. */
    void close(Duration patience) {
        var reading = consumer;
        if (reading != null) {
            try {
                commit(reading);
                reading.close(CloseOptions.timeout(patience));
            } catch (ConcurrentModificationException stillAtIt) {
                LOG.warnf("channel does not let go channel=%s", channel);
            }
        }
    }

    private Consumer<String, byte[]> connected() {
        var before = consumer;
        if (before != null) {
            return before;
        }
        var fresh = connect.get();
        fresh.subscribe(topics, new GivesUp(fresh));
        consumer = fresh;
        return fresh;
    }

    private void apply(Consumer<String, byte[]> reading, ConsumerRecords<String, byte[]> records) {
        try {
            application.apply(records);
        } catch (RuntimeException | Error notApplied) {
            for (var partition : records.partitions()) {
                reading.seek(partition, records.records(partition).getFirst().offset());
            }
            throw notApplied;
        }
        applied.putAll(records.nextOffsets());
    }

    private void commit(Consumer<String, byte[]> reading) {
        try {
            if (!applied.isEmpty()) {
                reading.commitSync(Map.copyOf(applied));
            }
        } catch (KafkaException e) {
            LOG.debugf(e, "offsets not committed; the inbox knows what is read again");
        }
        applied.clear();
    }

    private static void committed(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            LOG.debugf(failure, "offsets not committed; the inbox knows what is read again");
        }
    }

    private final class GivesUp implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> reading;

        GivesUp(Consumer<String, byte[]> reading) {
            this.reading = reading;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(reading);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            applied.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("channel reads channel=%s partitions=%d", channel, partitions.size());
        }
    }
}
