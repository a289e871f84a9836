package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.local.Checkout;

/** All objects that are applied together. */
record Manifests(List<ObjectNode> objects) {

    static final Path FOLDER = Checkout.root().resolve("deploy/kubernetes");

    Manifests {
        objects = List.copyOf(objects);
    }

    /** What this folder below {@code deploy/kubernetes} renders to. */
    static Manifests of(String folder) {
        return new Manifests(Kustomization.render(FOLDER.resolve(folder)));
    }

    /** As {@code Deployment intake}. */
    static String called(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    /** The labels or whatever else is a map of texts. */
    static Map<String, String> texts(JsonNode map) {
        return map.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    Stream<ObjectNode> of(Kind kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind.name()));
    }

    Optional<ObjectNode> find(Kind kind, String name) {
        return of(kind).filter(object -> name(object).equals(name)).findAny();
    }

    boolean has(Kind kind) {
        return of(kind).findAny().isPresent();
    }

    Stream<Pod> pods() {
        return of(Kind.Deployment).map(Pod::new);
    }

    /** The kinds that the rules ask for. */
    enum Kind {
        Cluster,
        ConfigMap,
        Deployment,
        HTTPRoute,
        Ingress,
        Kafka,
        KafkaNodePool,
        KafkaTopic,
        KafkaUser,
        Namespace,
        NetworkPolicy,
        PodDisruptionBudget,
        ResourceQuota,
        ScaledObject,
        Service,
        ServiceAccount,
        ServiceMonitor,
        TriggerAuthentication
    }
}
