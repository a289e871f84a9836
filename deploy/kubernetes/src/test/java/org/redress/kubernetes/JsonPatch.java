package org.redress.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902, as far as our patches go: add, replace, remove. */
final class JsonPatch {

    private JsonPatch() {}

    static void apply(JsonNode patch, ObjectNode object) {
        for (JsonNode step : patch) {
            JsonPointer path = JsonPointer.compile(step.path("path").asText());
            String operation = step.path("op").asText();
            if (!operation.equals("add") && object.at(path).isMissingNode()) {
                throw new IllegalStateException("nothing at " + path + " to " + operation);
            }
            JsonNode parent = object.at(path.head());
            String last = path.last().getMatchingProperty();
            switch (operation) {
                case "add" -> add(parent, last, step.path("value"));
                case "replace" -> {
                    remove(parent, last);
                    add(parent, last, step.path("value"));
                }
                case "remove" -> remove(parent, last);
                default -> throw new IllegalStateException("'" + operation + "' is not known here");
            }
        }
    }

    private static void add(JsonNode parent, String last, JsonNode value) {
        switch (parent) {
            case ObjectNode object -> object.set(last, value.deepCopy());
            case ArrayNode array when last.equals("-") -> array.add(value.deepCopy());
            case ArrayNode array -> array.insert(Integer.parseInt(last), value.deepCopy());
            default -> throw new IllegalStateException("nothing to put " + last + " into");
        }
    }

    private static void remove(JsonNode parent, String last) {
        switch (parent) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            default -> throw new IllegalStateException("nothing to take " + last + " from");
        }
    }
}
