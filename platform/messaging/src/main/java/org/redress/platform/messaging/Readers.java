package org.redress.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.due.Loop;
import org.redress.platform.due.Loops;
import org.redress.platform.due.Precondition;

/**
 * Starts a {@link Reader} for each channel. Every topic that has a subscription is read, and what
 * is retried of it: by the channel that names it, else by the channel {@code events}. What falls
 * due waits until they have read what was there.
 */
@ApplicationScoped
class Readers implements Precondition {

    /** After everything that prepares itself at the start. */
    private static final int LAST = 10_000;

    /** What is being fetched meanwhile is let go. */
    private static final Duration UNTIL_LEFT = Duration.ofMillis(500);

    private static final int FETCH_MOST = 8 * 1024 * 1024;

    private final Subscriptions subscriptions;
    private final ChannelSettings settings;
    private final Map<String, Object> broker;
    private final String service;
    private final Inbox inbox;
    private final Channels channels;
    private final Loops loops;
    private final MeterRegistry metrics;
    private final Map<Loop, Reader> running = new LinkedHashMap<>();
    private volatile boolean started;

    Readers(
            Subscriptions subscriptions,
            ChannelSettings settings,
            @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            Inbox inbox,
            Channels channels,
            Loops loops,
            MeterRegistry metrics) {
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.broker = broker.get();
        this.service = service;
        this.inbox = inbox;
        this.channels = channels;
        this.loops = loops;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(LAST) StartupEvent event) {
        topicsByChannel(subscriptions.topics(), settings).forEach(this::start);
        started = true;
    }

    @Override
    public boolean isMet() {
        return started && running.values().stream().allMatch(Reader::hasCaughtUp);
    }

    private void start(String channel, Set<String> topics) {
        var reader =
                new Reader(
                        channel,
                        withRetried(topics),
                        () -> connect(channel),
                        records -> inbox.receive(channel, records));
        var loop = loops.startOnOwnThread("channel-" + channel, reader::pass);
        channels.of(channel).isWatchedBy(loop::beat);
        running.put(loop, reader);
    }

    /**
     * Which channel reads which of these topics.
     *
     * @throws IllegalStateException if a channel names a topic that nobody subscribes to, or that
     *     another names too
     */
    static Map<String, Set<String>> topicsByChannel(
            Set<String> subscribed, ChannelSettings settings) {
        var left = new TreeSet<>(subscribed);
        var byChannel = new TreeMap<String, Set<String>>();
        for (var channel : settings.channels().entrySet()) {
            for (var topic : channel.getValue().topics().orElse(List.of())) {
                if (!left.remove(topic)) {
                    throw new IllegalStateException(
                            "messaging.channels.%s.topics: %s has no subscription or two channels"
                                    .formatted(channel.getKey(), topic));
                }
                byChannel.computeIfAbsent(channel.getKey(), _ -> new TreeSet<>()).add(topic);
            }
        }
        if (!left.isEmpty()) {
            byChannel.computeIfAbsent(ChannelSettings.EVENTS, _ -> new TreeSet<>()).addAll(left);
        }
        return byChannel;
    }

    private List<String> withRetried(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> Stream.of(topic, Letter.retryTopic(topic, service)))
                .sorted()
                .toList();
    }

    private Consumer<String, byte[]> connect(String channel) {
        var its = settings.channels().get(channel);
        var consumer =
                new KafkaConsumer<>(
                        settings(channel, its == null ? Duration.ZERO : its.gather()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        new KafkaClientMetrics(consumer).bindTo(metrics);
        return consumer;
    }

    /** What is sent is fetched at once, or gathered for a while where that is allowed (ADR 2). */
    Map<String, Object> settings(String channel, Duration gather) {
        var config = new HashMap<>(broker);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, service);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, service + "-" + channel);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_MOST);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        if (gather.isPositive()) {
            config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MOST);
            config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) gather.toMillis());
        } else {
            config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 2_000);
        }
        return config;
    }

    /** After the batches under way have ended, before anything that they need is closed. */
    void stop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        for (var loop : running.keySet()) {
            loop.stop(Duration.ofMillis(1));
        }
        running.values().forEach(Reader::wake);
        for (var one : running.entrySet()) {
            loops.stop(one.getKey());
            one.getValue().close(UNTIL_LEFT);
        }
        running.clear();
    }
}
