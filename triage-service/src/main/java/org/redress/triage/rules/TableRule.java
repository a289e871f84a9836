package org.redress.triage.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.RuleAnnotation;
import org.kie.dmn.model.api.UnaryTests;
import org.redress.triage.signals.Signal;

/**
 * One rule of a table as its annotations present it. The three annotations are the Chinese and the
 * English reason, empty where the rule needs none, and the cause to have the result reviewed.
 *
 * @param output the text of what it decides; rules with one output decide the same
 * @param signals the signals that it asks for
 */
record TableRule(
        String id,
        String output,
        HitPolicy hitPolicy,
        Reason.Text text,
        Optional<ReviewCause> review,
        Set<Signal> signals) {

    private static final String WORDS = "{words}";
    private static final Pattern NAME = Pattern.compile("\"([A-Z_]+)\"");

    TableRule {
        Objects.requireNonNull(id, "A rule without an id");
        signals = Set.copyOf(signals);
    }

    static List<TableRule> ofModel(DMNModel model) {
        var rules = new ArrayList<TableRule>();
        for (var node : model.getDefinitions().getDrgElement()) {
            if (node instanceof Decision decision
                    && decision.getExpression() instanceof DecisionTable table) {
                table.getRule().forEach(rule -> rules.add(of(rule, table.getHitPolicy())));
            }
        }
        return rules;
    }

    private static TableRule of(DecisionRule rule, HitPolicy hitPolicy) {
        var notes =
                rule.getAnnotationEntry().stream()
                        .map(RuleAnnotation::getText)
                        .map(text -> text == null ? "" : text.strip())
                        .toList();
        if (notes.size() != 3) {
            throw new IllegalStateException("Rule without three annotations: " + rule.getId());
        }
        return new TableRule(
                rule.getId(),
                rule.getOutputEntry().getFirst().getText(),
                hitPolicy,
                new Reason.Text(notes.get(0), notes.get(1)),
                Optional.of(notes.get(2)).filter(note -> !note.isEmpty()).map(ReviewCause::valueOf),
                signalsIn(rule.getInputEntry()));
    }

    private static Set<Signal> signalsIn(List<UnaryTests> conditions) {
        var signals = EnumSet.noneOf(Signal.class);
        conditions.stream()
                .map(UnaryTests::getText)
                .filter(condition -> !condition.startsWith("not("))
                .flatMap(condition -> NAME.matcher(condition).results())
                .forEach(name -> Signal.named(name.group(1)).ifPresent(signals::add));
        return signals;
    }

    /**
     * The rules that made a table's result: the selected one, and where the highest output wins,
     * all that came to the same.
     */
    static List<TableRule> decisive(List<TableRule> matched, List<TableRule> selected) {
        return matched.stream()
                .filter(rule ->
                        selected.stream()
                                .anyMatch(chosen -> chosen.equals(rule) || chosen.agreesWith(rule)))
                .toList();
    }

    private boolean agreesWith(TableRule other) {
        return hitPolicy == HitPolicy.PRIORITY && output.equals(other.output);
    }

    /** What it tells people, with the words that it saw; empty if it needs no reason. */
    Optional<Reason> reason(Map<Signal, List<String>> seen) {
        if (text.en().isEmpty()) {
            return Optional.empty();
        }
        var words =
                seen.entrySet().stream()
                        .filter(entry -> signals.contains(entry.getKey()))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
        return Optional.of(
                new Reason(
                        id,
                        new Reason.Text(
                                text.zh().replace(WORDS, quoted(words, "“", "”", "、")),
                                text.en().replace(WORDS, quoted(words, "“", "”", ", ")))));
    }

    private static String quoted(List<String> words, String open, String close, String comma) {
        return String.join(comma, words.stream().map(word -> open + word + close).toList());
    }
}
