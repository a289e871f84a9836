package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What Quarkus' extensions and Kafka's clients can be told by the environment. */
record QuarkusSettings(Set<String> atRunTime, Set<String> fixedByTheBuild) {

    private static final String MODEL = "META-INF/quarkus-config-doc/quarkus-config-model.json";

    /** Of all extensions that the platform's modules bring. */
    static QuarkusSettings read() {
        QuarkusSettings all = new QuarkusSettings(new HashSet<>(), new HashSet<>());
        try {
            for (URL model : models()) {
                try (InputStream stream = model.openStream()) {
                    all.collect(new ObjectMapper().readTree(stream));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Set<String> names :
                List.of(ConsumerConfig.configNames(), ProducerConfig.configNames())) {
            names.forEach(name -> all.atRunTime.add(ServiceSettings.variable("kafka." + name)));
        }
        return all;
    }

    private static List<URL> models() throws IOException {
        return Collections.list(QuarkusSettings.class.getClassLoader().getResources(MODEL));
    }

    private void collect(JsonNode node) {
        if (node.path("phase").isTextual() && node.has("path")) {
            Set<String> names =
                    node.path("phase").asText().equals("RUN_TIME") ? atRunTime : fixedByTheBuild;
            names.add(node.at("/path/environmentVariable").asText());
        }
        node.forEach(this::collect);
    }
}
