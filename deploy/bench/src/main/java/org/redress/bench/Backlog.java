package org.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * What is still on its way: events that a service has not read, rows that it has not sent, mails
 * that have not gone out, facts whose window is over.
 */
final class Backlog implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int LOOKS = 3;

    private final Admin admin;
    private final Map<Service, Connection> databases = new EnumMap<>(Service.class);

    Backlog(Platform platform) throws SQLException {
        admin = Admin.create(platform.kafka(KafkaLogin.ADMIN).settings());
        for (var service : Service.values()) {
            databases.put(service, Stand.connect(platform.database(service.id())));
        }
    }

    /**
     * Waits until nothing is left in these services, at several looks in a row.
     *
     * @return until the first of these looks
     * @throws IllegalStateException when it takes half an hour
     */
    Duration awaitNone(Service... services) throws SQLException {
        long begun = System.nanoTime();
        long none = begun;
        int looks = 0;
        while (looks < LOOKS) {
            long now = System.nanoTime();
            if (now - begun > LIMIT.toNanos()) {
                throw new IllegalStateException("More is on its way after " + LIMIT);
            }
            if (isNone(services)) {
                none = looks++ == 0 ? now : none;
            } else {
                looks = 0;
            }
            Stand.pause(PAUSE);
        }
        return Duration.ofNanos(none - begun);
    }

    private boolean isNone(Service... services) throws SQLException {
        for (var service : services) {
            if (hasUnsent(service) || unread(service) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Events of the topics that a service reads, which it has not read. */
    long unread(Service service) {
        return Unchecked.get(() -> {
            Map<TopicPartition, OffsetAndMetadata> read =
                    admin.listConsumerGroupOffsets(
                                    Map.of(service.id(), new ListConsumerGroupOffsetsSpec()))
                            .all()
                            .get()
                            .get(service.id());
            var topics =
                    read.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
            var partitions =
                    admin.describeTopics(topics).allTopicNames().get().values().stream()
                            .flatMap(topic ->
                                    topic.partitions().stream()
                                            .map(one ->
                                                    new TopicPartition(
                                                            topic.name(), one.partition())))
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(), _ -> OffsetSpec.latest()));
            return admin.listOffsets(partitions).all().get().entrySet().stream()
                    .mapToLong(end -> {
                        var position = read.get(end.getKey());
                        return end.getValue().offset() - (position == null ? 0 : position.offset());
                    })
                    .sum();
        });
    }

    private boolean hasUnsent(Service service) throws SQLException {
        try (var statement = databases.get(service).createStatement();
                var row = statement.executeQuery(unsentIn(service))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static String unsentIn(Service service) {
        String outbox = "select exists (select from messaging.outbox)";
        return switch (service) {
            case NOTIFICATION ->
                    outbox
                            + " or exists (select from message where state in ('QUEUED', 'SENDING'))";
            case REPORTING ->
                    outbox + " or exists (select from case_fact where publish_at <= now())";
            case INTAKE, TRIAGE, ESCALATION -> outbox;
        };
    }

    @Override
    public void close() throws SQLException {
        admin.close();
        for (var database : databases.values()) {
            database.close();
        }
    }
}
