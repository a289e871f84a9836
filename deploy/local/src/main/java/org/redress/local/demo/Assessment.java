package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What triage made of a case.
 *
 * @param why the rules that fired, in the customer's language
 * @param seen the signals that were found in the text, each with its words
 */
record Assessment(
        Instant at,
        String caseClass,
        String category,
        String severity,
        String responseLevel,
        String ownerUnit,
        List<String> why,
        List<String> seen) {

    Assessment {
        seen = List.copyOf(seen);
        why = List.copyOf(why);
    }

    static Assessment of(JsonNode told, boolean chinese) {
        List<String> why = new ArrayList<>();
        told.path("reasons")
                .forEach(reason -> why.add(reason.at(chinese ? "/text/zh" : "/text/en").asText()));
        List<String> seen = new ArrayList<>();
        told.path("signals").forEach(signal -> seen.add(signal(signal)));
        return new Assessment(
                Instant.parse(told.required("assessedAt").asText()),
                told.required("caseClass").asText(),
                told.required("category").asText(),
                told.required("severity").asText(),
                told.required("responseLevel").asText(),
                told.required("ownerUnit").asText(),
                why,
                seen);
    }

    private static String signal(JsonNode told) {
        List<String> words = new ArrayList<>();
        told.path("words").forEach(word -> words.add(word.asText()));
        return told.path("signal").asText() + " (" + String.join(", ", words) + ")";
    }

    /** Whether somebody must be reached at once (requirement of the escalation policies). */
    boolean isGrave() {
        return severity.equals("HIGH") || severity.equals("CRITICAL");
    }

    /** Its axes in one line. */
    String axes() {
        String level = responseLevel.equals("NONE") ? "no response" : "level " + responseLevel;
        return String.join(" · ", severity, caseClass, category, level, ownerUnit);
    }

    /** The rules that fired, as one sentence. */
    String because() {
        return "because " + (why.isEmpty() ? "no rule fired" : String.join("; ", why));
    }

    /** What was found in the text, as one sentence. */
    String saw() {
        return "saw " + (seen.isEmpty() ? "no signal" : String.join(", ", seen));
    }

    /** Where it is not what was expected, such as {@code severity MEDIUM, expected HIGH}. */
    List<String> differences(Map<String, String> expected) {
        Map<String, String> found = Map.of("severity", severity, "caseClass", caseClass);
        return expected.entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(found.get(wanted.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(wanted ->
                        "%s %s, expected %s"
                                .formatted(
                                        wanted.getKey(),
                                        found.get(wanted.getKey()),
                                        wanted.getValue()))
                .toList();
    }
}
