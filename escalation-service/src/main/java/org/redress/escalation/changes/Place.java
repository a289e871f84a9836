package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the document that have an address of their own: those of a list that have these values
 * in these fields.
 *
 * @param within the roster whose overrides they are; the document itself if null
 */
record Place(String list, Map<String, String> key, @Nullable Place within) {

    private static final String OVERRIDES = "/overrides/";

    /** The place at this part of an address; empty where the address leads nowhere. */
    static Optional<Place> of(String list, String rest) {
        return switch (list) {
            case "units" -> Optional.of(new Place(list, Map.of("path", rest), null));
            case "persons" -> Optional.of(new Place(list, Map.of("id", rest), null));
            case "duties" -> ofTwo(list, "role", "unit", rest);
            case "absences" -> ofTwo(list, "person", "from", rest);
            case "rosters" -> {
                Place roster = new Place(list, Map.of("name", rest.split("/", 2)[0]), null);
                yield rest.contains(OVERRIDES)
                        ? Optional.of(
                                new Place(
                                        "overrides",
                                        Map.of("from", rest.split(OVERRIDES, 2)[1]),
                                        roster))
                        : Optional.of(roster).filter(_ -> !rest.contains("/"));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Place> ofTwo(String list, String first, String second, String rest) {
        String[] parts = rest.split("/", 2);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(new Place(list, Map.of(first, parts[0], second, parts[1]), null));
    }

    boolean isIn(ObjectNode document) {
        return parent(document).map(parent -> indexIn(parent) >= 0).orElse(false);
    }

    /**
     * Puts these entries there, instead of those that are there already; without any these are
     * gone. Each gets the values by which it is named.
     */
    void put(ObjectNode document, List<ObjectNode> entries) {
        entries.forEach(entry -> key.forEach(entry::put));
        parent(document)
                .ifPresent(there -> {
                    int index = indexIn(there);
                    List<JsonNode> all = new ArrayList<>();
                    there.path(list).forEach(all::add);
                    int at = index < 0 ? all.size() : index;
                    all.removeIf(this::names);
                    all.addAll(at, entries);
                    ArrayNode array = there.putArray(list);
                    all.forEach(array::add);
                });
    }

    /** The path of its first entry in the document, as a mistake names it. */
    String path(ObjectNode document) {
        String above = within == null ? "" : within.path(document) + ".";
        return above + list + "[" + parent(document).map(this::indexIn).orElse(-1) + "]";
    }

    private Optional<ObjectNode> parent(ObjectNode document) {
        if (within == null) {
            return Optional.of(document);
        }
        int index = within.indexIn(document);
        return index < 0
                ? Optional.empty()
                : Optional.of((ObjectNode) document.path(within.list).get(index));
    }

    private int indexIn(ObjectNode parent) {
        JsonNode entries = parent.path(list);
        return IntStream.range(0, entries.size())
                .filter(index -> names(entries.get(index)))
                .findFirst()
                .orElse(-1);
    }

    private boolean names(JsonNode entry) {
        return key.entrySet().stream()
                .allMatch(field -> entry.path(field.getKey()).asText().equals(field.getValue()));
    }
}
