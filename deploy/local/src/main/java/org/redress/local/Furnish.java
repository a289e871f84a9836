package org.redress.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Furnishes servers that somebody else runs, as {@code deploy/compose} does. {@code kafka} makes
 * the topics, users and permissions of the contract on the broker that the environment names;
 * {@code realm FILE} writes what Keycloak imports.
 */
final class Furnish {
    private Furnish() {}

    public static void main(String[] words) {
        switch (words[0]) {
            case "kafka" -> kafka();
            case "realm" -> realm(Path.of(words[1]));
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private static void kafka() {
        KafkaLogin admin =
                new KafkaLogin(
                        told("KAFKA_BOOTSTRAP_SERVERS"),
                        KafkaLogin.ADMIN,
                        told("ADMIN_KAFKA_PASSWORD"));
        KafkaBroker.furnish(
                admin,
                Contract.ofCheckout(),
                user -> told(user.toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD"));
    }

    /**
     * The services' own clients get secrets that nobody keeps: here no service asks for a token.
     */
    private static void realm(Path file) {
        Path folder = Folders.createTemporary("redress-realm-");
        try {
            String realm =
                    Realm.of(
                            PlatformPorts.usual(),
                            Checkout.root()
                                    .resolve(
                                            "escalation-service/src/main/resources/organisation.yaml"),
                            Secrets.in(folder));
            Unchecked.run(() -> Files.writeString(file, realm));
        } finally {
            Folders.delete(folder);
        }
    }

    private static String told(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new Failure(variable + " is missing in the environment."));
    }
}
