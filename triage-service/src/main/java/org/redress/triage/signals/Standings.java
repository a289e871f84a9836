package org.redress.triage.signals;

import java.util.List;
import org.redress.triage.signals.Sighting.Standing;

/**
 * Judges whether a text states, fears or denies what it mentions, by the words around it. A denial
 * counts only when nothing but bridging words lies between: "没有处理漏电" and "did nothing about the
 * fire" deny the handling, not the danger. Doubt leans to the graver reading.
 */
final class Standings {

    private final int gap;
    private final Denials.Grammar denials;
    private final Phrases conditions;
    private final Phrases modals;
    private final Phrases facts;
    private final Phrases afterwards;
    private final Phrases longAgo;
    private final Phrases recently;

    Standings(Language language, Lexicon.Grammar grammar) {
        var separator = language.separator();
        gap = language.gap();
        denials =
                new Denials.Grammar(
                        new Phrases(language, grammar.negators(), separator),
                        new Phrases(language, grammar.reversers(), separator),
                        new Phrases(language, grammar.openQuestions(), separator),
                        new Phrases(language, grammar.bridges(), separator));
        conditions = new Phrases(language, grammar.conditions(), "");
        modals = new Phrases(language, grammar.modals(), "");
        facts = new Phrases(language, grammar.facts(), "");
        afterwards = new Phrases(language, grammar.afterwards(), "");
        longAgo = new Phrases(language, grammar.longAgo(), "");
        recently = new Phrases(language, grammar.recently(), "");
    }

    /** Reads all of a text once, so that each mention in it is judged in constant time. */
    InText in(NormalText text, List<Span> clauses) {
        return new InText(
                gap,
                denials.in(text, clauses),
                Places.of(conditions, text),
                Places.of(modals, text),
                Places.of(facts, text),
                Places.of(afterwards, text),
                Places.of(longAgo, text),
                Places.of(recently, text));
    }

    /** The words of one text that deny, fear or date what stands near them. */
    record InText(
            int gap,
            Denials denials,
            Places conditions,
            Places modals,
            Places facts,
            Places afterwards,
            Places longAgo,
            Places recently) {

        /** The standing of what the text mentions in a clause of a sentence. */
        Standing of(Mention mention, Span clause, Span sentence) {
            int focus = mention.focus().begin();
            if (denials.isLeftOpen(focus)) {
                return Standing.FEARED;
            }
            if (denials.isDenied(focus)) {
                return Standing.DENIED;
            }
            if (isFeared(mention, clause, sentence)) {
                return Standing.FEARED;
            }
            return isLongAgo(clause) ? Standing.PAST : Standing.STATED;
        }

        private boolean isLongAgo(Span clause) {
            return longAgo.anyIn(clause.begin(), clause.end())
                    && !recently.anyIn(clause.begin(), clause.end());
        }

        private boolean isFeared(Mention mention, Span clause, Span sentence) {
            int begin = mention.head().begin();
            int end = mention.focus().end();
            int soonAfter = Math.clamp(clause.end(), end, end + gap);
            var between = mention.between();
            if (modals.anyIn(clause.begin(), begin)
                    || modals.anyIn(between.begin(), between.end())
                    || afterwards.anyIn(end, soonAfter)) {
                return true;
            }
            return conditions.anyIn(sentence.begin(), begin) && !facts.anyIn(clause.begin(), begin);
        }
    }
}
