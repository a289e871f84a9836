package org.redress.triage;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.SchemaExtremes.Extreme;

/**
 * All variants of an example in few payloads: each payload has as many different fields at a limit
 * as it can, and leaves out one at most, so that it stays what the contract allows. Whoever can't
 * take one of the variants can't take the payload that it is in.
 */
public final class Together {

    private final ObjectNode payload;
    private final List<Extreme> held = new ArrayList<>();

    private Together(ObjectNode payload) {
        this.payload = payload;
    }

    /** The payloads of an event such as {@code intake/case.registered.v1}. */
    public static List<Together> of(String event, String example) {
        var payloads = new ArrayList<Together>();
        for (var extreme : SchemaExtremes.of(event, example)) {
            payloads.stream()
                    .filter(payload -> payload.takes(extreme))
                    .findFirst()
                    .ifPresentOrElse(
                            payload -> payload.add(extreme),
                            () -> payloads.add(beginningWith(extreme)));
        }
        return payloads;
    }

    private static Together beginningWith(Extreme extreme) {
        var together = new Together(extreme.payload().deepCopy());
        together.held.add(extreme);
        return together;
    }

    public ObjectNode payload() {
        return payload;
    }

    public int variants() {
        return held.size();
    }

    private boolean takes(Extreme extreme) {
        return hasPlaceFor(extreme)
                && held.stream()
                        .noneMatch(other ->
                                isWithin(other.field(), extreme.field())
                                        || isWithin(extreme.field(), other.field())
                                        || (leavesOut(other) && leavesOut(extreme)));
    }

    private boolean hasPlaceFor(Extreme extreme) {
        JsonNode at = payload;
        String[] path = path(extreme);
        for (int i = 0; i < path.length - 1 && at != null; i++) {
            at = step(at, path[i]);
        }
        return at != null;
    }

    private static String[] path(Extreme extreme) {
        return extreme.field().split("\\.|(?=\\[)", -1);
    }

    private static boolean isWithin(String field, String other) {
        return (field + ".").startsWith(other + ".") || field.startsWith(other + "[");
    }

    private static boolean leavesOut(Extreme extreme) {
        return extreme.limit().equals("left out") || extreme.limit().equals("empty");
    }

    private void add(Extreme extreme) {
        held.add(extreme);
        JsonNode from = extreme.payload();
        JsonNode to = payload;
        String[] path = path(extreme);
        for (int i = 0; i < path.length - 1; i++) {
            from = requireNonNull(step(from, path[i]));
            to = requireNonNull(step(to, path[i]));
        }
        copy(path[path.length - 1], from, to);
    }

    private static @Nullable JsonNode step(JsonNode node, String name) {
        return name.startsWith("[") ? node.get(index(name)) : node.get(name);
    }

    private static void copy(String name, JsonNode from, JsonNode to) {
        if (to instanceof ArrayNode list) {
            list.set(index(name), from.get(index(name)));
        } else if (from.has(name)) {
            ((ObjectNode) to).set(name, from.get(name));
        } else {
            ((ObjectNode) to).remove(name);
        }
    }

    private static int index(String name) {
        return Integer.parseInt(name.substring(1, name.length() - 1));
    }
}
