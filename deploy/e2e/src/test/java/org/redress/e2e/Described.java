package org.redress.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redress.local.Platform;
import org.redress.local.Service;

/** The OpenAPI document of a running service. */
record Described(Service service, JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** One operation of it. */
    record Operation(Service service, String method, String path, JsonNode description) {

        @Override
        public String toString() {
            return service.id() + " " + method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    static Described of(Platform platform, Service service) {
        try {
            return new Described(service, JSON.readTree(text(platform, service)));
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON from " + service.id(), e);
        }
    }

    /** The document as the service gives it. */
    static String text(Platform platform, Service service) {
        return Person.exchange(
                        HttpRequest.newBuilder(
                                URI.create(
                                        platform.management(service) + "/q/openapi?format=json")))
                .body();
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    all.add(
                            new Operation(
                                    service,
                                    operation.getKey(),
                                    path.getKey(),
                                    operation.getValue()));
                }
            }
        }
        return all;
    }

    /** What a {@code $ref} points to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }
}
