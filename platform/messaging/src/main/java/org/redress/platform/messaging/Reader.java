package org.redress.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics of a channel: takes what has come, has it applied, and only then takes what has
 * come meanwhile. So a lone event waits for nothing, and under load batches grow by themselves. The
 * client fetches ahead once, when it hands out a batch; what came while that was applied takes a
 * second look.
 *
 * <p>Offsets are committed now and then: what is read twice is known to the inbox. Whoever gives a
 * partition up commits first.
 */
final class Reader {

    private static final Logger LOG = Logger.getLogger(Reader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SECOND_LOOK = Duration.ofMillis(5);
    private static final long COMMIT_EACH = Duration.ofMillis(500).toNanos();

    private final String channel;
    private final Collection<String> topics;
    private final Supplier<Consumer<String, byte[]>> connect;
    private final Application application;
    private final Map<TopicPartition, OffsetAndMetadata> applied = new HashMap<>();
    private long committedAt = System.nanoTime();
    private @Nullable Map<TopicPartition, Long> unread;
    private volatile boolean hasCaughtUp;
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
            var records = take(reading);
            if (!records.isEmpty()) {
                apply(reading, records);
            }
            hasCaughtUp = hasCaughtUp || hasReadWhatWasThere(reading);
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

    private static ConsumerRecords<String, byte[]> take(Consumer<String, byte[]> reading) {
        var ahead = reading.poll(Duration.ZERO);
        if (ahead.isEmpty()) {
            return reading.poll(POLL);
        }
        try {
            return together(ahead, reading.poll(SECOND_LOOK));
        } catch (RuntimeException e) {
            goBack(reading, ahead);
            throw e;
        }
    }

    private static ConsumerRecords<String, byte[]> together(
            ConsumerRecords<String, byte[]> ahead, ConsumerRecords<String, byte[]> since) {
        if (since.isEmpty()) {
            return ahead;
        }
        var records = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
        var next = new HashMap<>(ahead.nextOffsets());
        for (var part : List.of(ahead, since)) {
            for (var partition : part.partitions()) {
                records.computeIfAbsent(partition, _ -> new ArrayList<>())
                        .addAll(part.records(partition));
            }
        }
        next.putAll(since.nextOffsets());
        return new ConsumerRecords<>(records, next);
    }

    /** What was taken is taken again, if it is still ours. */
    private static void goBack(
            Consumer<String, byte[]> reading, ConsumerRecords<String, byte[]> records) {
        for (var partition : records.partitions()) {
            if (reading.assignment().contains(partition)) {
                reading.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    /** Whether it has applied what was there of its partitions when it first had some. */
    boolean hasCaughtUp() {
        return hasCaughtUp;
    }

    private boolean hasReadWhatWasThere(Consumer<String, byte[]> reading) {
        var ours = reading.assignment();
        var left = unread;
        if (left == null && !ours.isEmpty()) {
            left = new HashMap<>(reading.endOffsets(ours));
            unread = left;
        }
        if (left == null) {
            return false;
        }
        left.keySet().retainAll(ours);
        left.entrySet().removeIf(end -> reading.position(end.getKey()) >= end.getValue());
        return left.isEmpty();
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
            goBack(reading, records);
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
