package org.redress.triage.signals;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All wordings of a lexicon, found by their first parts in one pass over a text. */
final class Clues {

    private final Language language;
    private final AhoCorasickDoubleArrayTrie<List<Clue>> byFirstPart =
            new AhoCorasickDoubleArrayTrie<>();

    /**
     * What the first part of a wording leads to; an exception has no signal to report.
     *
     * @param rest the parts that must follow
     * @param near one of these must stand in the same sentence, if there are any
     */
    record Clue(Signal signal, boolean exception, List<String> rest, List<String> near) {

        /** What stands before a gap may be the end of a compound, as 楼 is of 宿舍楼. */
        boolean hasGap() {
            return !rest.isEmpty();
        }
    }

    /** Tells of a clue and where its first part stands. */
    interface Visitor {
        void seen(Span first, Clue clue);
    }

    Clues(Language language, Map<Signal, Lexicon.Entry> signals) {
        this.language = language;
        var clues = new HashMap<String, List<Clue>>();
        signals.forEach((signal, entry) -> {
            entry.words().forEach(word -> compile(clues, signal, false, word));
            entry.except().forEach(word -> compile(clues, signal, true, Wording.of(word)));
        });
        byFirstPart.build(new TreeMap<>(clues));
    }

    private void compile(
            Map<String, List<Clue>> clues, Signal signal, boolean exception, Wording word) {
        var near = word.near().stream().map(this::normal).toList();
        for (var parts : word.variants()) {
            var normal = parts.stream().map(this::normal).toList();
            clues.computeIfAbsent(normal.getFirst(), _ -> new ArrayList<>())
                    .add(new Clue(signal, exception, normal.subList(1, normal.size()), near));
        }
    }

    private String normal(String words) {
        return language.normalise(words).normal();
    }

    /** Tells each clue whose first part stands in the text as whole words. */
    void in(NormalText text, Visitor visitor) {
        byFirstPart.parseText(
                text.normal(),
                (begin, end, clues) -> {
                    if (text.ends().get(end)) {
                        var first = new Span(begin, end);
                        boolean whole = text.starts().get(begin);
                        clues.stream()
                                .filter(clue -> whole || clue.hasGap())
                                .forEach(clue -> visitor.seen(first, clue));
                    }
                });
    }
}
