package org.redress.local;

import java.util.Map;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * As whom somebody talks to the broker, and where (SASL/SCRAM-SHA-512).
 *
 * @param bootstrap what goes into {@code bootstrap.servers}
 * @param user a service's name, {@code bi}, or the {@code admin} who may do everything
 */
public record KafkaLogin(String bootstrap, String user, String password) {

    /** The user who may do everything: creates topics and users, and inspects what is there. */
    public static final String ADMIN = "admin";

    /** The user of the BI team, who reads the BI topics and nothing else. */
    public static final String BI = "bi";

    /** The mechanism by which every client proves who it is. */
    public static final String MECHANISM = "SCRAM-SHA-512";

    /** What a producer, consumer or admin client needs to connect. */
    public Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                jaas());
    }

    /** The line of JAAS configuration with which a client logs in. */
    public String jaas() {
        return "%s required username=\"%s\" password=\"%s\";"
                .formatted(ScramLoginModule.class.getName(), user, password);
    }

    @Override
    public String toString() {
        return user + " at " + bootstrap;
    }
}
