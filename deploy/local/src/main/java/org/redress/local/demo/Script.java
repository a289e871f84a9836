package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cases that {@code ./redress demo} plays, as {@code demo/cases.yaml} tells them. */
final class Script {

    private static final String CASES = "/demo/cases.yaml";

    private Script() {}

    static List<PlayedCase> cases() {
        try (InputStream file = Script.class.getResourceAsStream(CASES)) {
            List<PlayedCase> cases = new ArrayList<>();
            new YAMLMapper().readTree(file).forEach(told -> cases.add(played(told)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlayedCase played(JsonNode told) {
        Map<String, String> expected = new HashMap<>();
        told.path("expect")
                .properties()
                .forEach(field -> expected.put(field.getKey(), field.getValue().asText()));
        return new PlayedCase(
                told.required("name").asText(),
                told.required("language").asText().startsWith("zh"),
                (ObjectNode) told.required("case"),
                told.required("resolution").asText(),
                told.required("satisfaction").asText().equals("NOT_SATISFIED_THEN_SATISFIED"),
                expected);
    }
}
