package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Deployment starts: one container of a service. */
record Pod(ObjectNode deployment) {

    String service() {
        return Manifests.name(deployment);
    }

    String called() {
        return Manifests.called(deployment);
    }

    JsonNode spec() {
        return deployment.at("/spec/template/spec");
    }

    JsonNode container() {
        return spec().path("containers").path(0);
    }

    Map<String, String> labels() {
        return Manifests.texts(deployment.at("/spec/template/metadata/labels"));
    }

    boolean hasLabels(JsonNode selector) {
        return !selector.isEmpty()
                && labels().entrySet().containsAll(Manifests.texts(selector).entrySet());
    }

    /**
     * Whether a selector with {@code matchLabels} or {@code matchExpressions} of the form In means
     * it.
     */
    boolean isSelectedBy(JsonNode selector) {
        return !selector.isEmpty()
                && labels().entrySet()
                        .containsAll(Manifests.texts(selector.path("matchLabels")).entrySet())
                && selector.path("matchExpressions")
                        .valueStream()
                        .allMatch(demand ->
                                demand.path("values")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .anyMatch(value ->
                                                value.equals(
                                                        labels().get(
                                                                        demand.path("key")
                                                                                .asText()))));
    }

    /** The number of the port that has this name or number; empty when there is none. */
    Optional<Integer> port(JsonNode nameOrNumber) {
        return container()
                .path("ports")
                .valueStream()
                .filter(port ->
                        port.path("name").equals(nameOrNumber)
                                || port.path("containerPort").equals(nameOrNumber))
                .map(port -> port.path("containerPort").asInt())
                .findAny();
    }

    Stream<JsonNode> secretKeys() {
        return container()
                .path("env")
                .valueStream()
                .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                .filter(reference -> !reference.isMissingNode());
    }

    /** What the service is told, by the names of the variables; without a value what is secret. */
    Map<String, String> environment(Manifests manifests) {
        Map<String, String> all = new LinkedHashMap<>();
        container()
                .path("envFrom")
                .valueStream()
                .map(from -> from.at("/configMapRef/name").asText())
                .flatMap(name -> manifests.find(Manifests.Kind.ConfigMap, name).stream())
                .forEach(map -> all.putAll(Manifests.texts(map.path("data"))));
        for (JsonNode variable : container().path("env")) {
            all.put(variable.path("name").asText(), variable.path("value").asText());
        }
        return all;
    }
}
