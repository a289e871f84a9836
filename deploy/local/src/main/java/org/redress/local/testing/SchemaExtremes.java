package org.redress.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.redress.local.Checkout;

/**
 * What a contract allows at its limits: of one example all variants in which one field has the
 * longest or shortest text, the largest or smallest number, the first or last moment, another word
 * of its list, or is left out or added. Whoever receives the event has to store every one of them.
 */
public final class SchemaExtremes {

    private final List<Extreme> found = new ArrayList<>();
    private final Set<String> deciding;

    /**
     * One variant.
     *
     * @param field its path, {@code flags.propertyLoss.amount}
     * @param limit which limit it is at
     */
    public record Extreme(String field, String limit, ObjectNode payload) {
        @Override
        public String toString() {
            return field + " " + limit;
        }
    }

    private SchemaExtremes(Schema schema) {
        this.deciding = new LinkedHashSet<>(schema.deciding());
    }

    /**
     * The variants of a golden example.
     *
     * @param event owner and name, {@code intake/case.registered.v1}
     * @param example the file's name without its ending, {@code kettle}
     */
    public static List<Extreme> of(String event, String example) {
        return of(
                event,
                (ObjectNode) Schema.json(contracts().resolve(event + "/" + example + ".json")));
    }

    /** The variants of any payload that is valid for the event. */
    public static List<Extreme> of(String event, ObjectNode payload) {
        Schema schema = Schema.read(contracts().resolve(event + ".schema.json"));
        SchemaExtremes extremes = new SchemaExtremes(schema);
        extremes.ofObject("", schema, payload, ObjectNode.class::cast);
        return List.copyOf(extremes.found);
    }

    private void of(
            String field, Schema schema, JsonNode value, Function<JsonNode, ObjectNode> whole) {
        switch (value) {
            case ObjectNode object -> ofObject(field + ".", schema, object, whole);
            case ArrayNode array -> ofArray(field, schema, array, whole);
            default ->
                    ValueLimits.of(field, schema, value)
                            .forEach((limit, at) -> add(field, limit, whole.apply(at)));
        }
    }

    private void ofObject(
            String prefix, Schema schema, ObjectNode object, Function<JsonNode, ObjectNode> whole) {
        Set<String> demanded = schema.demanded();
        schema.properties()
                .forEach((name, property) -> {
                    String field = prefix + name;
                    Function<JsonNode, ObjectNode> with =
                            value -> whole.apply(object.deepCopy().set(name, value));
                    if (object.has(name)) {
                        if (!demanded.contains(name)) {
                            add(field, "left out", whole.apply(object.deepCopy().without(name)));
                        }
                        if (!deciding.contains(name)) {
                            of(field, property, object.get(name), with);
                        }
                    } else {
                        ValueLimits.sample(property)
                                .ifPresent(sample -> {
                                    add(field, "added", with.apply(sample));
                                    of(field, property, sample, with);
                                });
                    }
                });
    }

    private void ofArray(
            String field, Schema schema, ArrayNode array, Function<JsonNode, ObjectNode> whole) {
        if (schema.keyword("minItems").asInt(0) == 0) {
            add(field, "empty", whole.apply(array.deepCopy().removeAll()));
        }
        if (!array.isEmpty()) {
            of(
                    field + "[0]",
                    schema.items(),
                    array.get(0),
                    item -> {
                        ArrayNode changed = array.deepCopy();
                        changed.set(0, item);
                        return whole.apply(changed);
                    });
            JsonNode most = schema.keyword("maxItems");
            if (most.isInt()) {
                ArrayNode full = array.deepCopy().removeAll();
                for (int i = 0; i < most.asInt(); i++) {
                    full.add(array.get(i % array.size()));
                }
                add(field, "full", whole.apply(full));
            }
        }
    }

    private static Path contracts() {
        return Checkout.root().resolve("contracts");
    }

    private void add(String field, String limit, ObjectNode payload) {
        found.add(new Extreme(field, limit, payload));
    }
}
