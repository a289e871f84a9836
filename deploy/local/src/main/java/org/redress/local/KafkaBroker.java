package org.redress.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker that is its own controller (KRaft), on loopback, without the automatic creation of
 * topics: a misspelt topic is an error here as in production.
 */
public final class KafkaBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final Settings settings;
    private final @Nullable Path temporary;

    /**
     * Where the broker keeps its data and listens.
     *
     * @param data the data directory; created when it is missing, kept when the broker stops
     * @param port where clients connect
     * @param controllerPort where the broker talks to itself as its controller
     */
    public record Settings(Path data, int port, int controllerPort) {

        /** What goes into {@code bootstrap.servers}. */
        public String bootstrap() {
            return Ports.LOOPBACK + ":" + port;
        }

        /** The broker's configuration: one node, small, and quick to start. */
        Properties properties() {
            Properties properties = new Properties();
            properties.putAll(
                    Map.of(
                            "process.roles", "broker,controller",
                            "node.id", "1",
                            "controller.quorum.voters",
                                    "1@" + Ports.LOOPBACK + ":" + controllerPort,
                            "listeners",
                                    "CLIENTS://%s:%d,CONTROLLER://%s:%d"
                                            .formatted(
                                                    Ports.LOOPBACK,
                                                    port,
                                                    Ports.LOOPBACK,
                                                    controllerPort),
                            "listener.security.protocol.map",
                                    "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                            "inter.broker.listener.name", "CLIENTS",
                            "controller.listener.names", "CONTROLLER",
                            "log.dirs", data.toString(),
                            "auto.create.topics.enable", "false"));
            properties.putAll(
                    Map.of(
                            "offsets.topic.replication.factor", "1",
                            "offsets.topic.num.partitions", "3",
                            "transaction.state.log.replication.factor", "1",
                            "transaction.state.log.min.isr", "1",
                            "transaction.state.log.num.partitions", "3",
                            "group.initial.rebalance.delay.ms", "0",
                            "log.cleaner.dedupe.buffer.size", "16777216"));
            return properties;
        }
    }

    private KafkaBroker(KafkaRaftServer server, Settings settings, @Nullable Path temporary) {
        this.server = server;
        this.settings = settings;
        this.temporary = temporary;
    }

    /** Starts a broker on free ports whose data is deleted when it is closed. */
    public static KafkaBroker temporary() {
        Path folder = Folders.createTemporary("redress-kafka-");
        return start(new Settings(folder.resolve("data"), Ports.free(), Ports.free()), folder);
    }

    /** Starts a broker inside of this JVM and returns when it serves clients. */
    public static KafkaBroker start(Settings settings) {
        return start(settings, null);
    }

    private static KafkaBroker start(Settings settings, @Nullable Path temporary) {
        format(settings);
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, settings, temporary);
    }

    /** What goes into {@code bootstrap.servers}. */
    public String bootstrap() {
        return settings.bootstrap();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            Folders.delete(temporary);
        }
    }

    /**
     * Writes the configuration and prepares the data directory, if that was not done before.
     *
     * @return the configuration's file, the one argument of {@code kafka.Kafka}
     */
    static Path format(Settings settings) {
        Path configuration =
                settings.data().resolveSibling(settings.data().getFileName() + ".properties");
        Folders.createPrivate(settings.data());
        try {
            StringWriter content = new StringWriter();
            settings.properties().store(content, null);
            Files.writeString(configuration, content.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(settings.data().resolve("meta.properties"))) {
            int exit =
                    StorageTool.execute(
                            new String[] {
                                "format",
                                "--cluster-id",
                                Uuid.randomUuid().toString(),
                                "--config",
                                configuration.toString()
                            },
                            new PrintStream(
                                    OutputStream.nullOutputStream(),
                                    false,
                                    StandardCharsets.UTF_8));
            if (exit != 0) {
                throw new StartFailure("Kafka could not prepare " + settings.data() + ".");
            }
        }
        return configuration;
    }
}
