package org.redress.triage.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Divides a normalised text into sentences, or sentences into clauses. */
final class Parts {

    private final Pattern ends;

    private Parts(Pattern ends) {
        this.ends = ends;
    }

    static Parts sentences(Language language) {
        return new Parts(Pattern.compile(oneOf(language.sentenceEnds()) + "|(?<turn>(?!))"));
    }

    static Parts clauses(Language language, List<String> turns) {
        var marks = oneOf(language.sentenceEnds() + language.clauseEnds());
        var words =
                turns.stream()
                        .map(turn -> Pattern.quote(language.normalise(turn).normal()))
                        .collect(Collectors.joining("|"));
        return new Parts(Pattern.compile(marks + "|(?<turn>" + words + ")"));
    }

    /** The parts of a text in order; together they cover it. */
    List<Span> of(NormalText text) {
        var parts = new ArrayList<Span>();
        int begin = 0;
        var end = ends.matcher(text.normal());
        while (end.find()) {
            if (end.group("turn") == null || text.isWhole(end.start(), end.end())) {
                parts.add(new Span(begin, end.end()));
                begin = end.end();
            }
        }
        parts.add(new Span(begin, text.normal().length()));
        return parts;
    }

    /** The part in which a stretch begins. */
    static Span around(List<Span> parts, Span span) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).begin() <= span.begin()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    private static String oneOf(String characters) {
        return "[" + Pattern.quote(characters) + "]";
    }
}
