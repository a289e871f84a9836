package org.redress.triage.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redress.triage.signals.Sighting.Standing;

/**
 * Finds the signals of one language's lexicon in a text. The work grows with the length of the text
 * and no faster, whatever it says.
 */
final class SignalFinder {

    private final Language language;
    private final Clues clues;
    private final Standings standings;
    private final Parts sentences;
    private final Parts clauses;
    private final Set<String> lists;

    private record Find(Signal signal, Mention mention) {

        Span span() {
            return mention.whole();
        }
    }

    private record NearWords(List<String> words, Span sentence) {}

    SignalFinder(Language language) {
        this(language, Lexicon.of(language.code()));
    }

    SignalFinder(Language language, Lexicon lexicon) {
        this.language = language;
        clues = new Clues(language, lexicon.signals());
        standings = new Standings(language, lexicon.grammar());
        sentences = Parts.sentences(language);
        clauses = Parts.clauses(language, lexicon.grammar().turns());
        lists = Set.copyOf(lexicon.grammar().lists());
    }

    List<Sighting> find(String text, boolean inSubject) {
        var normal = language.normalise(text);
        if (normal.normal().isEmpty()) {
            return List.of();
        }
        var sentenceSpans = sentences.of(normal);
        var clauseSpans = clauses.of(normal);
        var inText = standings.in(normal, clauseSpans);
        var sightings = new ArrayList<Sighting>();
        var previous = new Span(0, 0);
        for (var find : finds(normal, sentenceSpans, clauseSpans)) {
            var span = find.span();
            var standing = Standing.STATED;
            if (find.signal().canBeDenied()) {
                var focus = find.mention().focus();
                standing =
                        isListedAfterDenied(normal, previous, span, sightings)
                                ? Standing.DENIED
                                : inText.of(
                                        find.mention(),
                                        Parts.around(clauseSpans, focus),
                                        Parts.around(sentenceSpans, focus));
            }
            var words = normal.asWritten(span.begin(), span.end());
            sightings.add(new Sighting(find.signal(), standing, words, inSubject));
            previous = span;
        }
        return sightings;
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
        var falseFriends = new Covered();
        var near = new HashMap<NearWords, Boolean>();
        clues.in(
                text,
                (first, clue) -> {
                    int limit = Parts.around(clauseSpans, first).end();
                    var focus = last(text, first, limit, clue.rest());
                    if (focus.isPresent()
                            && isNear(text, first, clue.near(), sentenceSpans, near)) {
                        var find = new Find(clue.signal(), new Mention(first, focus.get()));
                        if (clue.exception()) {
                            falseFriends.add(find.signal(), find.span());
                        } else {
                            finds.add(find);
                        }
                    }
                });
        finds.removeIf(find -> falseFriends.touches(find.signal(), find.span()));
        return longest(finds);
    }

    /** The last of the parts, each a little after the one before; empty when one is missing. */
    private Optional<Span> last(NormalText text, Span first, int limit, List<String> rest) {
        var part = first;
        for (var next : rest) {
            int latest = Math.min(part.end() + language.gap() + next.length(), limit);
            int begin = text.wholeIndex(next, part.end(), latest);
            if (begin < 0) {
                return Optional.empty();
            }
            part = new Span(begin, begin + next.length());
        }
        return Optional.of(part);
    }

    /** Looked up once for each sentence, which may be the whole text. */
    private static boolean isNear(
            NormalText text,
            Span first,
            List<String> words,
            List<Span> sentenceSpans,
            Map<NearWords, Boolean> known) {
        return words.isEmpty()
                || known.computeIfAbsent(
                        new NearWords(words, Parts.around(sentenceSpans, first)),
                        asked ->
                                asked.words().stream()
                                        .anyMatch(word -> {
                                            var sentence = asked.sentence();
                                            return text.wholeIndex(
                                                            word, sentence.begin(), sentence.end())
                                                    >= 0;
                                        }));
    }

    /** Of wordings of one signal that overlap, the longest; in the order of the text. */
    private static List<Find> longest(List<Find> finds) {
        finds.sort(Comparator.comparing((Find find) -> find.span().length()).reversed());
        var kept = new ArrayList<Find>();
        var covered = new Covered();
        for (var find : finds) {
            if (!covered.touches(find.signal(), find.span())) {
                covered.add(find.signal(), find.span());
                kept.add(find);
            }
        }
        kept.sort(Comparator.comparing(find -> find.span().begin()));
        return kept;
    }
}
