package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.redress.local.Checkout;
import org.redress.local.KafkaBroker;
import org.redress.local.Postgres;
import org.redress.local.Service;
import org.redress.local.Unchecked;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;

/**
 * What services need beside them, furnished as {@code compose.yaml} does it, with the addresses of
 * its servers replaced by those of ours.
 */
record Surroundings(Postgres postgres, KafkaBroker kafka, TestIssuer issuer)
        implements AutoCloseable {

    private static final String PASSWORD = "redress";
    private static final String KEY = "a2V5IG9mIGEgdGVzdCwgbm90IGZvciByZWFsIHdvcmQ=";

    static Surroundings start(Path folder) {
        var postgres = CompletableFuture.supplyAsync(Postgres::temporary);
        var kafka = KafkaBroker.temporary();
        var surroundings = new Surroundings(postgres.join(), kafka, TestIssuer.start());
        surroundings.furnish(folder.resolve("topics.log"));
        return surroundings;
    }

    /** What {@code compose.yaml} tells the service, true for here. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = Compose.read().environment(service, variables());
        environment.replaceAll((_, value) ->
                value.replace("kafka:9092", kafka.settings().bootstrap())
                        .replace("http://keycloak:8080/realms/redress", TestIssuer.url())
                        .replaceAll(
                                "^jdbc:postgresql://postgres:5432/(.*)$", postgres.jdbcUrl("$1")));
        return environment;
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
        issuer.close();
    }

    private void furnish(Path log) {
        TestTopics.use(kafka.admin());
        Process topics = Unchecked.get(() -> topics(log));
        for (Service service : Service.values()) {
            postgres.ensureDatabase(service.id(), PASSWORD);
            postgres.ensureDatabase(service.keys(), PASSWORD);
        }
        int exit = Unchecked.get(topics::waitFor);
        assertThat(exit).as(() -> Unchecked.get(() -> Files.readString(log))).isZero();
    }

    /** The container that makes topics and users, by its own command. */
    private Process topics(Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        Compose.read()
                .service("topics")
                .path("command")
                .valueStream()
                .map(JsonNode::asText)
                .forEach(command::add);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(Checkout.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("PATH", System.getProperty("java.home") + "/bin");
        builder.environment().putAll(environment("topics"));
        return builder.start();
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        for (String name : Unchecked.get(Compose::variables)) {
            variables.put(name, name.endsWith("_KEY") ? KEY : PASSWORD);
        }
        return variables;
    }
}
