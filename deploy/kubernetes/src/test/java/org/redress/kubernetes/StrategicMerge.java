package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A strategic merge patch: objects are merged, lists of a Deployment whose elements have a key by
 * that key, all other lists are replaced.
 */
final class StrategicMerge {

    private static final Map<String, String> KEYS =
            Map.of(
                    "containers", "name",
                    "env", "name",
                    "ports", "containerPort",
                    "volumeMounts", "mountPath",
                    "volumes", "name");

    private StrategicMerge() {}

    /** Everything of the patch but what it is called. */
    static void merge(ObjectNode patch, ObjectNode object) {
        ObjectNode content = patch.deepCopy();
        content.remove(List.of("apiVersion", "kind", "metadata"));
        boolean keyed = object.path("kind").asText().equals("Deployment");
        mergeObject(content, object, keyed);
    }

    private static void mergeObject(ObjectNode patch, ObjectNode target, boolean keyed) {
        for (var field : patch.properties()) {
            JsonNode value = field.getValue();
            JsonNode before = target.path(field.getKey());
            if (value.isNull() || field.getKey().startsWith("$")) {
                throw new IllegalStateException(
                        field.getKey() + ": only what is added is known here");
            }
            if (value instanceof ObjectNode more && before instanceof ObjectNode some) {
                mergeObject(more, some, keyed);
            } else if (keyed
                    && value instanceof ArrayNode more
                    && before instanceof ArrayNode some
                    && KEYS.containsKey(field.getKey())) {
                mergeList(more, some, KEYS.get(field.getKey()));
            } else {
                target.set(field.getKey(), value.deepCopy());
            }
        }
    }

    /** What is new comes first, as kubectl has it. */
    private static void mergeList(ArrayNode patch, ArrayNode target, String key) {
        List<JsonNode> fresh = new ArrayList<>();
        for (JsonNode more : patch) {
            target.valueStream()
                    .filter(some -> some.path(key).equals(more.path(key)))
                    .findAny()
                    .ifPresentOrElse(
                            some -> mergeObject((ObjectNode) more, (ObjectNode) some, true),
                            () -> fresh.add(more.deepCopy()));
        }
        fresh.addAll(target.valueStream().toList());
        target.removeAll().addAll(fresh);
    }
}
