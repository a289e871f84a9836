package org.redress.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the broker keeps its data and listens, and the password of its {@code admin}.
 *
 * @param data the data directory; created when it is missing, kept when the broker stops
 * @param port where clients connect
 * @param controllerPort where the broker talks to itself as its controller
 * @param adminPassword the one that the data directory was prepared with; plain letters and digits
 */
public record BrokerSettings(Path data, int port, int controllerPort, String adminPassword) {
    public String bootstrap() {
        return Ports.LOOPBACK + ":" + port;
    }

    public KafkaLogin admin() {
        return new KafkaLogin(bootstrap(), KafkaLogin.ADMIN, adminPassword);
    }

    /** The file that holds {@link #content}, the one argument of {@code kafka.Kafka}. */
    Path file() {
        return data.resolveSibling(data.getFileName() + ".properties");
    }

    String content() {
        return Folders.template(
                "broker.properties",
                Map.of(
                        "data", data,
                        "port", port,
                        "controller-port", controllerPort,
                        "admin", admin().jaas(),
                        "password", adminPassword));
    }

    @Override
    public String toString() {
        return "Kafka at " + bootstrap() + " with its data in " + data;
    }
}
