package org.redress.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The limits of one value that is neither an object nor a list, by what its schema says. */
final class ValueLimits {

    /** A letter of four bytes in UTF-8 and two chars in Java; one character for a schema. */
    private static final String WIDE = "\uD840\uDC00";

    private static final String FIRST_MOMENT = "2000-01-01T00:00:00Z";
    private static final String LAST_MOMENT = "2100-12-31T23:59:59.999999999Z";
    private static final Pattern MAY_LIE_AHEAD =
            Pattern.compile("(?i).*(due|warn|by\\b|next|until|expire).*");
    private static final BigDecimal SMALLEST_PART = new BigDecimal("0.001");

    private ValueLimits() {}

    static Map<String, JsonNode> of(String field, Schema schema, JsonNode value) {
        Map<String, JsonNode> limits = new LinkedHashMap<>();
        if (schema.keyword("const").isMissingNode()) {
            if (value.isTextual()) {
                texts(field, schema, value, limits);
            } else if (value.isNumber()) {
                numbers(schema, limits);
            } else if (value.isBoolean()) {
                limits.put("turned", BooleanNode.valueOf(!value.asBoolean()));
            }
        }
        return limits;
    }

    /** Some valid value; empty where the schema does not say enough to make one. */
    static Optional<JsonNode> sample(Schema schema) {
        return Stream.of("const", "enum", "examples")
                .map(schema::keyword)
                .map(known -> known.isArray() ? known.path(0) : known)
                .filter(known -> !known.isMissingNode())
                .findFirst()
                .or(() -> sampleOfType(schema));
    }

    private static Optional<JsonNode> sampleOfType(Schema schema) {
        return switch (schema.keyword("type").asText()) {
            case "string" -> sampleText(schema).map(TextNode::valueOf);
            case "boolean" -> Optional.of(BooleanNode.TRUE);
            case "integer", "number" ->
                    Optional.of(LongNode.valueOf(schema.keyword("minimum").asLong(1)));
            case "array" ->
                    sample(schema.items())
                            .map(item -> JsonNodeFactory.instance.arrayNode().add(item));
            case "object" -> sampleObject(schema);
            default -> Optional.empty();
        };
    }

    private static Optional<JsonNode> sampleObject(Schema schema) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (String name : schema.required()) {
            Optional<JsonNode> value = sample(schema.properties().get(name));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            object.set(name, value.get());
        }
        return Optional.of(object);
    }

    private static Optional<String> sampleText(Schema schema) {
        return switch (schema.keyword("format").asText()) {
            case "date-time" -> Optional.of("2026-11-21T06:00:00Z");
            case "date" -> Optional.of("2026-11-21");
            case "uuid" -> Optional.of("01a1ec74-dccd-7d33-a49c-d7c0dde3028b");
            case "uri" -> Optional.of("https://example.com/x");
            case "email" -> Optional.of("x@example.com");
            default -> Stream.of("x", "X", "1").filter(text -> matches(schema, text)).findFirst();
        };
    }

    private static void texts(
            String field, Schema schema, JsonNode value, Map<String, JsonNode> limits) {
        if (schema.keyword("enum").isArray()) {
            schema.keyword("enum").forEach(word -> limits.put("as " + word.asText(), word));
        } else if (schema.keyword("format").asText().equals("date-time")) {
            String seconds = value.asText().replaceFirst("(\\.\\d+)?Z$", "");
            limits.put("in nanoseconds", TextNode.valueOf(seconds + ".123456789Z"));
            limits.put("at the first moment", TextNode.valueOf(FIRST_MOMENT));
            if (MAY_LIE_AHEAD.matcher(field).matches()) {
                limits.put("at the last moment", TextNode.valueOf(LAST_MOMENT));
            }
        } else if (schema.keyword("format").isMissingNode()) {
            ofLength(schema, Math.max(1, schema.keyword("minLength").asInt(1)), "shortest", limits);
            if (schema.keyword("maxLength").isInt()) {
                ofLength(schema, schema.keyword("maxLength").asInt(), "longest", limits);
            }
        }
    }

    private static void ofLength(
            Schema schema, int length, String limit, Map<String, JsonNode> limits) {
        Map.of(
                        "wide", WIDE.repeat(length),
                        "quoted", "\"".repeat(length),
                        "small", "x".repeat(length),
                        "capital", "X".repeat(length),
                        "path", "x".repeat(2 - length % 2) + "/x".repeat((length - 1) / 2))
                .forEach((kind, text) -> {
                    if (matches(schema, text)) {
                        limits.put(limit + ", " + kind, TextNode.valueOf(text));
                    }
                });
    }

    private static boolean matches(Schema schema, String text) {
        JsonNode pattern = schema.keyword("pattern");
        return pattern.isMissingNode() || Pattern.compile(pattern.asText()).matcher(text).find();
    }

    private static void numbers(Schema schema, Map<String, JsonNode> limits) {
        for (String limit : new String[] {"minimum", "maximum"}) {
            if (schema.keyword(limit).isNumber()) {
                limits.put("at the " + limit, schema.keyword(limit));
            }
        }
        if (schema.keyword("type").asText().equals("number")) {
            limits.put("smallest part", DecimalNode.valueOf(SMALLEST_PART));
            limits.put("with an exponent", DecimalNode.valueOf(new BigDecimal("1E+3")));
        }
    }
}
