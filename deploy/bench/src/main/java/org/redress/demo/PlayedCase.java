package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of the script.
 *
 * @param form the body of {@code POST /api/v1/cases}; the incident's moment counts from now
 * @param complaining whether the customer is only satisfied with the second resolution
 * @param expected what a person who knows the plans would decide, by the assessment's fields
 */
record PlayedCase(
        String name,
        boolean isChinese,
        ObjectNode form,
        String resolution,
        boolean complaining,
        Map<String, String> expected) {

    PlayedCase {
        expected = Map.copyOf(expected);
    }

    /** The cases that {@code ./redress demo} plays, as {@code demo/cases.yaml} tells them. */
    static List<PlayedCase> script() {
        try (InputStream file = PlayedCase.class.getResourceAsStream("/demo/cases.yaml")) {
            return new YAMLMapper().readTree(file).valueStream().map(PlayedCase::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlayedCase of(JsonNode told) {
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

    ObjectNode formAt(Instant now) {
        ObjectNode sent = form.deepCopy();
        if (sent.get("incident") instanceof ObjectNode incident && incident.has("occurredAt")) {
            Duration ago = Duration.parse(incident.path("occurredAt").asText());
            incident.put("occurredAt", now.plus(ago).toString());
        }
        return sent;
    }

    String origin() {
        return "by %s from a %s customer"
                .formatted(form.path("channel").asText(), form.at("/customer/tier").asText());
    }

    /** What the customer hears first, while the cause is looked for. */
    String firstResponse() {
        return isChinese
                ? "您好，您反映的情况我们已经收到，正在核查，今天之内给您答复。"
                : "We have your report and are looking into it; you hear from us again today.";
    }

    String resolutionOf(int round) {
        if (round == 1) {
            return resolution;
        }
        return (isChinese
                        ? "我们重新核查了此事，并由部门负责人回访了您。"
                        : "We went through it again, and the head of the unit called you. ")
                + resolution;
    }

    boolean isSatisfiedIn(int round) {
        return !complaining || round > 1;
    }
}
