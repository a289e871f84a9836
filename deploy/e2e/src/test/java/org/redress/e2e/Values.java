package org.redress.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values for a schema: such as it asks for, and such as an attacker sends. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final List<String> NASTY =
            List.of(
                    "",
                    " ",
                    "\u3000",
                    "\u200b",
                    "\u2800",
                    "\u0000",
                    "a\u0000b",
                    "\ud800",
                    "\u202etxt",
                    "\u001b[31m",
                    "'; drop table case_file; --",
                    "<script>alert(1)</script>",
                    "../../etc/passwd",
                    "%00",
                    "${jndi:ldap://127.0.0.1/x}",
                    "é".repeat(300),
                    "长".repeat(5_000),
                    "2026-02-30",
                    "-1000000000-01-01T00:00:00Z",
                    "9999-12-31T23:59:59Z",
                    "1e400",
                    "2147483648",
                    "()",
                    "|/bin/sh@b.cc",
                    "a@[127.0.0.1]",
                    "hq/",
                    "/hq/x",
                    "hq/nowhere",
                    "C-20261121-000421");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-1",
                    "1e400",
                    "1e2147483647",
                    "1e-400",
                    "2147483648",
                    "99999999999999999999",
                    "0.0001");

    private final Described described;
    private final Random random;

    Values(Described described, Random random) {
        this.described = described;
        this.random = random;
    }

    /** A body for the schema, in which now and then something is wrong. */
    JsonNode body(JsonNode schema) {
        return value(schema, 0);
    }

    /** A value for a place in a path, a query or a header. */
    String text(JsonNode schema) {
        JsonNode value = value(described.resolved(schema), DEEPEST);
        return value.isTextual() ? value.asText() : value.toString();
    }

    String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    private JsonNode value(JsonNode reference, int depth) {
        if (random.nextInt(12) == 0) {
            return strange();
        }
        JsonNode schema = described.resolved(reference);
        for (String kind : List.of("oneOf", "anyOf", "allOf")) {
            if (!schema.path(kind).isEmpty()) {
                JsonNode kinds = schema.path(kind);
                return value(kinds.path(random.nextInt(kinds.size())), depth);
            }
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        if (!schema.path("examples").isEmpty() && random.nextBoolean()) {
            return schema.path("examples").path(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(random.nextInt(-2, 1_000));
            case "number" ->
                    JSON.numberNode(new BigDecimal(random.nextInt(100_000)).movePointLeft(2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(string(schema));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth >= DEEPEST) {
            return object;
        }
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var property : schema.path("properties").properties()) {
            if (required.contains(property.getKey())
                    ? random.nextInt(20) > 0
                    : random.nextBoolean()) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        }
        if (random.nextInt(20) == 0) {
            object.put("unheardOf", nasty());
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = random.nextInt(30) == 0 ? 300 : random.nextInt(3);
        for (int i = 0; i < size && depth < DEEPEST; i++) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2026-11-%02d".formatted(random.nextInt(1, 31));
            case "date-time" -> "2026-11-%02dT08:00:00Z".formatted(random.nextInt(1, 31));
            case "email" -> "fuzz" + random.nextInt(1_000) + "@example.com";
            default ->
                    random.nextInt(3) == 0
                            ? nasty()
                            : "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }

    private JsonNode strange() {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.arrayNode();
            case 3 -> JSON.objectNode();
            case 4 ->
                    (JsonNode)
                            JSON.rawValueNode(
                                    new RawValue(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            default -> JSON.textNode(nasty());
        };
    }

    /** OpenAPI 3.1 may name several types, null among them. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }
}
