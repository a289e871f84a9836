package org.redress.triage.signals;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.redress.triage.signals.Sighting.Standing;

/** Finds the signals of one language's lexicon in a text. */
final class SignalFinder {

    private final Language language;
    private final Standings standings;
    private final Parts sentences;
    private final Parts clauses;
    private final Set<String> lists;
    private final AhoCorasickDoubleArrayTrie<List<Clue>> clues = new AhoCorasickDoubleArrayTrie<>();

    /** What the first part of a wording leads to; an exception has no signal to report. */
    private record Clue(Signal signal, boolean exception, List<String> rest, List<String> near) {

        /** What stands before a gap may be the end of a compound, as 楼 is of 宿舍楼. */
        boolean hasGap() {
            return !rest.isEmpty();
        }
    }

    private record Find(Signal signal, Mention mention) {

        Span span() {
            return mention.whole();
        }
    }

    SignalFinder(Language language) {
        this(language, Lexicon.of(language.code()));
    }

    SignalFinder(Language language, Lexicon lexicon) {
        this.language = language;
        standings = new Standings(language, lexicon.grammar());
        sentences = Parts.sentences(language);
        clauses = Parts.clauses(language, lexicon.grammar().turns());
        lists = Set.copyOf(lexicon.grammar().lists());
        clues.build(new TreeMap<>(compiled(lexicon.signals())));
    }

    private Map<String, List<Clue>> compiled(Map<Signal, Lexicon.Entry> signals) {
        var byFirstPart = new HashMap<String, List<Clue>>();
        signals.forEach((signal, entry) -> {
            entry.words().forEach(word -> compile(byFirstPart, signal, false, word));
            entry.except().forEach(word -> compile(byFirstPart, signal, true, Wording.of(word)));
        });
        return byFirstPart;
    }

    private void compile(
            Map<String, List<Clue>> byFirstPart, Signal signal, boolean exception, Wording word) {
        var near = word.near().stream().map(this::normal).toList();
        for (var parts : word.variants()) {
            var normal = parts.stream().map(this::normal).toList();
            byFirstPart
                    .computeIfAbsent(normal.getFirst(), _ -> new ArrayList<>())
                    .add(new Clue(signal, exception, normal.subList(1, normal.size()), near));
        }
    }

    private String normal(String words) {
        return language.normalise(words).normal();
    }

    List<Sighting> find(String text, boolean inSubject) {
        var normal = language.normalise(text);
        if (normal.normal().isEmpty()) {
            return List.of();
        }
        var sentenceSpans = sentences.of(normal);
        var clauseSpans = clauses.of(normal);
        var sightings = new ArrayList<Sighting>();
        var previous = new Span(0, 0);
        for (var find : finds(normal, sentenceSpans, clauseSpans)) {
            var span = find.span();
            var standing = standing(normal, find, clauseSpans, sentenceSpans);
            if (find.signal().canBeDenied()
                    && isListedAfterDenied(normal, previous, span, sightings)) {
                standing = Standing.DENIED;
            }
            sightings.add(
                    new Sighting(
                            find.signal(),
                            standing,
                            normal.asWritten(span.begin(), span.end()),
                            inSubject));
            previous = span;
        }
        return sightings;
    }

    private Standing standing(
            NormalText text, Find find, List<Span> clauseSpans, List<Span> sentenceSpans) {
        var focus = find.mention().focus();
        return find.signal().canBeDenied()
                ? standings.of(
                        text,
                        find.mention(),
                        around(clauseSpans, focus),
                        around(sentenceSpans, focus))
                : Standing.STATED;
    }

    /** "No deaths or injuries": what is part of something denied, or listed after it, is denied. */
    private boolean isListedAfterDenied(
            NormalText text, Span previous, Span span, List<Sighting> sightings) {
        return !sightings.isEmpty()
                && sightings.getLast().denied()
                && (span.end() <= previous.end()
                        || (previous.end() < span.begin()
                                && lists.contains(
                                        text.normal()
                                                .substring(previous.end(), span.begin())
                                                .strip())));
    }

    private List<Find> finds(NormalText text, List<Span> sentenceSpans, List<Span> clauseSpans) {
        var finds = new ArrayList<Find>();
        var exceptions = new ArrayList<Find>();
        for (var hit : clues.parseText(text.normal())) {
            var first = new Span(hit.begin, hit.end);
            for (var clue : hit.value) {
                if (text.ends().get(hit.end) && (clue.hasGap() || text.starts().get(hit.begin))) {
                    var focus = last(text, first, around(clauseSpans, first).end(), clue.rest());
                    if (focus.isPresent() && isNear(text, around(sentenceSpans, first), clue)) {
                        (clue.exception() ? exceptions : finds)
                                .add(new Find(clue.signal(), new Mention(first, focus.get())));
                    }
                }
            }
        }
        finds.removeIf(
                find -> exceptions.stream().anyMatch(exception -> isFalseFriend(exception, find)));
        return longest(finds);
    }

    private static boolean isFalseFriend(Find exception, Find find) {
        return exception.signal() == find.signal() && exception.span().overlaps(find.span());
    }

    /** The last of the parts, each a little after the one before; empty when one is missing. */
    private Optional<Span> last(NormalText text, Span first, int limit, List<String> rest) {
        var part = first;
        for (var next : rest) {
            int begin = wholeIndex(text, next, part.end());
            if (begin < 0 || begin - part.end() > language.gap() || begin + next.length() > limit) {
                return Optional.empty();
            }
            part = new Span(begin, begin + next.length());
        }
        return Optional.of(part);
    }

    private static int wholeIndex(NormalText text, String part, int from) {
        int begin = text.normal().indexOf(part, from);
        while (begin >= 0 && !text.isWhole(begin, begin + part.length())) {
            begin = text.normal().indexOf(part, begin + 1);
        }
        return begin;
    }

    private static boolean isNear(NormalText text, Span sentence, Clue clue) {
        return clue.near().isEmpty()
                || clue.near().stream()
                        .anyMatch(word -> {
                            int begin = wholeIndex(text, word, sentence.begin());
                            return begin >= 0 && begin < sentence.end();
                        });
    }

    /** Of wordings of one signal that overlap, the longest; in the order of the text. */
    private static List<Find> longest(List<Find> finds) {
        finds.sort(Comparator.comparing((Find find) -> find.span().length()).reversed());
        var kept = new ArrayList<Find>();
        for (var find : finds) {
            if (kept.stream().noneMatch(other -> isFalseFriend(other, find))) {
                kept.add(find);
            }
        }
        kept.sort(Comparator.comparing(find -> find.span().begin()));
        return kept;
    }

    private static Span around(List<Span> parts, Span span) {
        return parts.stream()
                .filter(part -> part.begin() <= span.begin() && span.begin() < part.end())
                .findFirst()
                .orElse(span);
    }
}
