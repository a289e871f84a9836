package org.redress.triage.signals;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private record Clue(Signal signal, boolean exception, List<String> rest, List<String> near) {}

    private record Find(Signal signal, Span span) {}

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
        var span = find.span();
        return find.signal().canBeDenied()
                ? standings.of(text, span, around(clauseSpans, span), around(sentenceSpans, span))
                : Standing.STATED;
    }

    /** "No deaths or injuries": what a list adds to something denied is denied too. */
    private boolean isListedAfterDenied(
            NormalText text, Span previous, Span span, List<Sighting> sightings) {
        return !sightings.isEmpty()
                && sightings.getLast().denied()
                && previous.end() < span.begin()
                && lists.contains(text.normal().substring(previous.end(), span.begin()).strip());
    }

    private List<Find> finds(NormalText text, List<Span> sentenceSpans, List<Span> clauseSpans) {
        var finds = new ArrayList<Find>();
        var exceptions = new ArrayList<Find>();
        for (var hit : clues.parseText(text.normal())) {
            if (!text.isWhole(hit.begin, hit.end)) {
                continue;
            }
            for (var clue : hit.value) {
                int limit = around(clauseSpans, new Span(hit.begin, hit.end)).end();
                int end = endOfRest(text, hit.end, limit, clue.rest());
                var span = new Span(hit.begin, end);
                if (end >= 0 && isNear(text, around(sentenceSpans, span), clue.near())) {
                    (clue.exception() ? exceptions : finds).add(new Find(clue.signal(), span));
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

    /** Where the last of the parts ends, or -1 when one is missing. */
    private int endOfRest(NormalText text, int from, int limit, List<String> rest) {
        int end = from;
        for (var part : rest) {
            int begin = wholeIndex(text, part, end);
            if (begin < 0 || begin - end > language.gap() || begin + part.length() > limit) {
                return -1;
            }
            end = begin + part.length();
        }
        return end;
    }

    private static int wholeIndex(NormalText text, String part, int from) {
        int begin = text.normal().indexOf(part, from);
        while (begin >= 0 && !text.isWhole(begin, begin + part.length())) {
            begin = text.normal().indexOf(part, begin + 1);
        }
        return begin;
    }

    private static boolean isNear(NormalText text, Span sentence, List<String> near) {
        return near.isEmpty()
                || near.stream()
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
