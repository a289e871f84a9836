package org.redress.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.e2e.promql.Expression;
import org.redress.e2e.promql.Sample;
import org.redress.e2e.promql.Scrape;

/** The rules, dashboards and runbooks as they are shipped. */
final class Monitoring {

    private static final Path FOLDER = Path.of("../kubernetes/components/monitoring");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A rule: what is recorded, or an alert. */
    record Rule(String name, Expression expression, JsonNode text) {

        static Rule of(JsonNode text) {
            var name = text.path(text.has("alert") ? "alert" : "record").asText();
            return new Rule(name, Expression.parse(text.path("expr").asText()), text);
        }

        boolean isAlert() {
            return text.has("alert");
        }
    }

    private Monitoring() {}

    static List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (var group : read(FOLDER.resolve("prometheusrule.yaml")).at("/spec/groups")) {
            group.path("rules").forEach(rule -> rules.add(Rule.of(rule)));
        }
        return rules;
    }

    static List<Rule> alerts() {
        return rules().stream().filter(Rule::isAlert).toList();
    }

    static Rule alert(String name) {
        return alerts().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alert " + name));
    }

    /** What an alert yields, once all that is recorded has been recorded. */
    static List<Sample> firing(Rule alert, List<Scrape> scrapes) {
        var known = new ArrayList<>(scrapes);
        for (var rule : rules()) {
            if (!rule.isAlert()) {
                var recorded =
                        rule.expression().over(known).stream()
                                .map(each -> each.named(rule.name()))
                                .toList();
                known.set(known.size() - 1, known.getLast().and(recorded));
            }
        }
        return alert.expression().over(known);
    }

    static List<JsonNode> dashboards() {
        return files(FOLDER.resolve("dashboards")).stream().map(Monitoring::read).toList();
    }

    static List<Path> runbooks() {
        return files(Path.of("../../docs/runbooks")).stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return (file.toString().endsWith(".json") ? JSON : YAML).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
