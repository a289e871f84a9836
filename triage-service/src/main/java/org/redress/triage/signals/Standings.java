package org.redress.triage.signals;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.triage.signals.Sighting.Standing;

/**
 * Judges whether a text states, fears or denies what it mentions, by the words around it. A denial
 * counts only when nothing but bridging words lies between: "没有处理漏电" and "did nothing about the
 * fire" deny the handling, not the danger. Doubt leans to the graver reading.
 */
final class Standings {

    private final Language language;
    private final Pattern denial;
    private final Pattern reversal;
    private final Pattern openQuestion;
    private final Pattern condition;
    private final Pattern modal;
    private final Pattern fact;
    private final Pattern afterwards;
    private final Pattern longAgo;

    Standings(Language language, Lexicon.Grammar grammar) {
        this.language = language;
        var bridges = "(?:" + anyOf(grammar.bridges()) + language.separator() + ")*$";
        var negators = anyOf(grammar.negators()) + language.separator();
        denial = Pattern.compile(negators + bridges);
        reversal = Pattern.compile(anyOf(grammar.reversers()) + language.separator() + bridges);
        openQuestion =
                Pattern.compile(anyOf(grammar.openQuestions()) + language.separator() + bridges);
        condition = Pattern.compile(anyOf(grammar.conditions()));
        modal = Pattern.compile(anyOf(grammar.modals()));
        fact = Pattern.compile(anyOf(grammar.facts()));
        afterwards = Pattern.compile(anyOf(grammar.afterwards()));
        longAgo = Pattern.compile(anyOf(grammar.longAgo()));
    }

    /** The standing of what a text mentions in a clause of a sentence. */
    Standing of(NormalText text, Mention mention, Span clause, Span sentence) {
        int focus = mention.focus().begin();
        if (ends(text, clause.begin(), focus, openQuestion)) {
            return Standing.FEARED;
        }
        if (isDenied(text, clause.begin(), focus)) {
            return Standing.DENIED;
        }
        if (isFeared(text, mention, clause, sentence)) {
            return Standing.FEARED;
        }
        return holds(text, clause, longAgo) ? Standing.PAST : Standing.STATED;
    }

    private boolean isDenied(NormalText text, int clauseBegin, int begin) {
        boolean denied = false;
        int at = negatorBefore(text, clauseBegin, begin, denial);
        while (at >= 0) {
            denied = !denied;
            int before = negatorBefore(text, clauseBegin, at, denial);
            at = before >= 0 ? before : negatorBefore(text, clauseBegin, at, reversal);
        }
        return denied;
    }

    /** Where the words begin that deny what follows, or -1. */
    private static int negatorBefore(NormalText text, int clauseBegin, int begin, Pattern pattern) {
        Matcher negator = pattern.matcher(text.normal()).region(clauseBegin, begin);
        while (negator.find()) {
            if (text.starts().get(negator.start())) {
                return negator.start();
            }
            negator.region(negator.start() + 1, begin);
        }
        return -1;
    }

    private static boolean ends(NormalText text, int clauseBegin, int begin, Pattern pattern) {
        return negatorBefore(text, clauseBegin, begin, pattern) >= 0;
    }

    private boolean isFeared(NormalText text, Mention mention, Span clause, Span sentence) {
        int begin = mention.head().begin();
        int end = mention.focus().end();
        int soonAfter = Math.clamp(clause.end(), end, end + language.gap());
        if (holds(text, new Span(clause.begin(), begin), modal)
                || holds(text, mention.between(), modal)
                || holds(text, new Span(end, soonAfter), afterwards)) {
            return true;
        }
        return holds(text, new Span(sentence.begin(), begin), condition)
                && !holds(text, new Span(clause.begin(), begin), fact);
    }

    private static boolean holds(NormalText text, Span span, Pattern pattern) {
        if (span.length() <= 0) {
            return false;
        }
        Matcher marker = pattern.matcher(text.normal()).region(span.begin(), span.end());
        while (marker.find()) {
            if (text.isWhole(marker.start(), marker.end())) {
                return true;
            }
        }
        return false;
    }

    /** A pattern for any of the expressions, longest first; {@code *} stands for one word. */
    private String anyOf(Collection<String> expressions) {
        return expressions.stream()
                .map(expression -> language.normalise(expression).normal())
                .sorted(Comparator.comparing(String::length).reversed())
                .map(expression -> Pattern.quote(expression).replace("*", "\\E\\S*\\Q"))
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}
