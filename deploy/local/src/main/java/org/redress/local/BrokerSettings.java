package org.redress.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.security.plain.PlainLoginModule;

/**
 * Where the broker keeps its data and listens, and the password of its {@code admin}. Whoever
 * connects proves who it is, and may do what an ACL allows.
 *
 * @param data the data directory; created when it is missing, kept when the broker stops
 * @param port where clients connect
 * @param controllerPort where the broker talks to itself as its controller
 * @param adminPassword the one that the data directory was prepared with; plain letters and digits
 */
public record BrokerSettings(Path data, int port, int controllerPort, String adminPassword) {

    private static final String CONTROLLER = "controller";

    /** What goes into {@code bootstrap.servers}. */
    public String bootstrap() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** The user who may do everything. */
    public KafkaLogin admin() {
        return new KafkaLogin(bootstrap(), KafkaLogin.ADMIN, adminPassword);
    }

    /** The file that holds {@link #properties}, the one argument of {@code kafka.Kafka}. */
    Path file() {
        return data.resolveSibling(data.getFileName() + ".properties");
    }

    /** The broker's configuration: one node, small, and quick to start. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(node());
        properties.putAll(access());
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

    private Map<String, String> node() {
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort,
                "listeners",
                        "CLIENTS://%s:%d,CONTROLLER://%s:%d"
                                .formatted(Ports.LOOPBACK, port, Ports.LOOPBACK, controllerPort),
                "inter.broker.listener.name", "CLIENTS",
                "controller.listener.names", "CONTROLLER",
                "log.dirs", data.toString(),
                "auto.create.topics.enable", "false");
    }

    /** The controller's own user is known by this file alone: SCRAM is not there before it runs. */
    private Map<String, String> access() {
        return Map.of(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms",
                KafkaLogin.MECHANISM,
                "sasl.mechanism.inter.broker.protocol",
                KafkaLogin.MECHANISM,
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                admin().jaas(),
                "listener.name.controller.sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.controller.protocol",
                "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                        .formatted(
                                PlainLoginModule.class.getName(),
                                CONTROLLER,
                                adminPassword,
                                CONTROLLER,
                                adminPassword),
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + KafkaLogin.ADMIN + ";User:" + CONTROLLER);
    }

    @Override
    public String toString() {
        return "Kafka at " + bootstrap() + " with its data in " + data;
    }
}
