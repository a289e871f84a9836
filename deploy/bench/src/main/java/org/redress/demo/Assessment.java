package org.redress.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What triage made of a case.
 *
 * @param reasons the rules that fired
 * @param signals what was found in the text
 */
record Assessment(
        Instant assessedAt,
        String caseClass,
        String category,
        String severity,
        String responseLevel,
        String ownerUnit,
        List<Reason> reasons,
        List<Signal> signals) {

    record Reason(Map<String, String> text) {}

    record Signal(String signal, List<String> words) {
        @Override
        public String toString() {
            return "%s (%s)".formatted(signal, String.join(", ", words));
        }
    }

    /** Whether somebody must be reached at once (requirement of the escalation policies). */
    boolean isGrave() {
        return severity.equals("HIGH") || severity.equals("CRITICAL");
    }

    String axes() {
        String level = responseLevel.equals("NONE") ? "no response" : "level " + responseLevel;
        return String.join(" · ", severity, caseClass, category, level, ownerUnit);
    }

    /** The rules that fired, as one sentence in the customer's language. */
    String because(boolean chinese) {
        String why =
                reasons.stream()
                        .map(reason -> reason.text().getOrDefault(chinese ? "zh" : "en", ""))
                        .collect(Collectors.joining("; "));
        return "because " + (why.isEmpty() ? "no rule fired" : why);
    }

    /** What was found in the text, each with its words, as one sentence. */
    String saw() {
        String seen = signals.stream().map(Signal::toString).collect(Collectors.joining(", "));
        return "saw " + (seen.isEmpty() ? "no signal" : seen);
    }

    /** Where it is not what was expected, such as {@code severity MEDIUM, expected HIGH}. */
    List<String> differences(Map<String, String> expected) {
        Map<String, String> found = Map.of("severity", severity, "caseClass", caseClass);
        return new TreeMap<>(expected)
                .entrySet().stream()
                        .filter(wanted -> !wanted.getValue().equals(found.get(wanted.getKey())))
                        .map(wanted ->
                                "%s %s, expected %s"
                                        .formatted(
                                                wanted.getKey(),
                                                found.get(wanted.getKey()),
                                                wanted.getValue()))
                        .toList();
    }
}
