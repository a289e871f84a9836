package org.redress.local.testing;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JSON Schema of the contracts, as far as a generator of values needs it: what stands in it, in
 * what it refers to and in what it is made of is one.
 */
record Schema(JsonNode node, JsonNode document, Path file) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Schema read(Path file) {
        JsonNode document = json(file);
        return new Schema(document, document, file);
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not readable", e);
        }
    }

    /** The keyword's value, the nearest first; missing where it stands nowhere. */
    JsonNode keyword(String name) {
        return parts().map(part -> part.node.path(name))
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    Map<String, Schema> properties() {
        Map<String, Schema> all = new LinkedHashMap<>();
        parts().forEach(part ->
                part.node
                        .path("properties")
                        .properties()
                        .forEach(property ->
                                all.putIfAbsent(property.getKey(), part.at(property.getValue()))));
        return all;
    }

    Schema items() {
        return parts().filter(part -> part.node.has("items"))
                .map(part -> part.at(part.node.get("items")))
                .findFirst()
                .orElseThrow();
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        parts().forEach(part -> addNames(names, part.node.path("required")));
        return names;
    }

    /** Fields that some condition may demand: whoever leaves them out has to know which. */
    Set<String> demanded() {
        Set<String> names = required();
        parts().forEach(part -> {
            addNames(names, part.node.path("then").path("required"));
            part.node.path("anyOf").forEach(choice -> addNames(names, choice.path("required")));
        });
        return names;
    }

    /** Fields whose value decides what else is demanded. */
    Set<String> deciding() {
        Set<String> names = new LinkedHashSet<>();
        parts().forEach(part -> addDeciding(names, part.node.path("if")));
        return names;
    }

    private static void addDeciding(Set<String> names, JsonNode condition) {
        condition
                .path("properties")
                .properties()
                .forEach(property -> {
                    if (property.getValue().has("properties")) {
                        addDeciding(names, property.getValue());
                    } else {
                        names.add(property.getKey());
                    }
                });
    }

    private static void addNames(Set<String> names, JsonNode list) {
        list.forEach(name -> names.add(name.asText()));
    }

    private Stream<Schema> parts() {
        List<Schema> parts = new ArrayList<>();
        collect(parts);
        return parts.stream();
    }

    private void collect(List<Schema> parts) {
        parts.add(this);
        if (node.has("$ref")) {
            referred(node.get("$ref").asText()).collect(parts);
        }
        node.path("allOf").forEach(part -> at(part).collect(parts));
        JsonNode first = node.path("anyOf").path(0);
        if (first.has("$ref")) {
            at(first).collect(parts);
        }
    }

    private Schema referred(String reference) {
        int hash = reference.indexOf('#');
        String other = hash < 0 ? reference : reference.substring(0, hash);
        Schema whole =
                other.isEmpty() ? at(document) : read(file.resolveSibling(other).normalize());
        return hash < 0 ? whole : whole.at(whole.document.at(reference.substring(hash + 1)));
    }

    private Schema at(JsonNode other) {
        return new Schema(other, document, file);
    }
}
