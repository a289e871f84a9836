package org.redress.triage.signals;

import java.util.Arrays;
import java.util.List;

/**
 * For each place of a text, whether what begins there is denied or left open by the words right
 * before it. One pass over the text finds all, however often it denies (a denial may deny the
 * next).
 */
final class Denials {

    private final int[] negator;
    private final int[] question;

    /** Whether the words that begin here, and negate what follows, are not negated themselves. */
    private final boolean[] upheld;

    private Denials(int[] negator, int[] reverser, int[] question) {
        this.negator = negator;
        this.question = question;
        upheld = new boolean[negator.length];
        for (int at = 0; at < upheld.length; at++) {
            int before = negator[at] >= 0 ? negator[at] : reverser[at];
            upheld[at] = before < 0 || !upheld[before];
        }
    }

    boolean isDenied(int begin) {
        return negator[begin] >= 0 && upheld[negator[begin]];
    }

    boolean isLeftOpen(int begin) {
        return question[begin] >= 0;
    }

    /** The words that negate, and those that may stand between them and what they negate. */
    record Grammar(Phrases negators, Phrases reversers, Phrases openQuestions, Phrases bridges) {

        Denials in(NormalText text, List<Span> clauses) {
            return new Denials(
                    leads(negators, text, clauses),
                    leads(reversers, text, clauses),
                    leads(openQuestions, text, clauses));
        }

        /** For each position, where in its clause the first words begin that lead to it; or -1. */
        private int[] leads(Phrases heads, NormalText text, List<Span> clauses) {
            var leads = new int[text.normal().length() + 1];
            Arrays.fill(leads, -1);
            for (var clause : clauses) {
                leads[clause.begin()] = -1;
                for (int at = clause.begin(); at < clause.end(); at++) {
                    if (leads[at] >= 0) {
                        lead(leads, leads[at], bridges, text, at, clause.end());
                    }
                    if (text.starts().get(at)) {
                        lead(leads, at, heads, text, at, clause.end());
                    }
                }
            }
            return leads;
        }

        private static void lead(
                int[] leads, int origin, Phrases phrases, NormalText text, int at, int limit) {
            phrases.endsFrom(
                    text.normal(),
                    at,
                    limit,
                    end -> leads[end] = leads[end] < 0 ? origin : Math.min(leads[end], origin));
        }
    }
}
