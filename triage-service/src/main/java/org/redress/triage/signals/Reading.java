package org.redress.triage.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.triage.signals.Signal.Aspect;

/** All that was seen in one case's text, in the order of the text. */
public record Reading(List<Sighting> sightings) {

    private static final int SUBJECT_WEIGHT = 3;
    private static final int WORDS_KEPT = 5;

    public Reading {
        sightings = List.copyOf(sightings);
    }

    /** What counts for the decision tables, each signal with up to five different wordings. */
    public Map<Signal, List<String>> signals() {
        var signals = new EnumMap<Signal, List<String>>(Signal.class);
        sightings.stream()
                .filter(sighting -> !sighting.denied())
                .forEach(sighting -> {
                    var words =
                            signals.computeIfAbsent(effective(sighting), _ -> new ArrayList<>());
                    if (words.size() < WORDS_KEPT && !words.contains(sighting.words())) {
                        words.add(sighting.words());
                    }
                });
        return Collections.unmodifiableMap(signals);
    }

    /** The subject matter that most words speak of; empty when none does. */
    public Optional<Signal> topic() {
        return leading(Aspect.TOPIC);
    }

    /** What the customer mostly does: asks, proposes or complains; empty when no word tells. */
    public Optional<Signal> intent() {
        return leading(Aspect.INTENT);
    }

    /** Whether the text expressly says that nobody came to harm, and nowhere that somebody did. */
    public boolean deniesHarm() {
        return harm().anyMatch(Sighting::denied) && harm().noneMatch(Sighting::stated);
    }

    /** Whether the text says that somebody came to harm. */
    public boolean statesHarm() {
        return harm().anyMatch(Sighting::stated);
    }

    private Stream<Sighting> harm() {
        return sightings.stream().filter(sighting -> sighting.signal().is(Aspect.HARM));
    }

    private Optional<Signal> leading(Aspect aspect) {
        var weights = new EnumMap<Signal, Integer>(Signal.class);
        sightings.stream()
                .filter(sighting -> sighting.signal().is(aspect) && !sighting.denied())
                .forEach(sighting ->
                        weights.merge(
                                sighting.signal(),
                                sighting.inSubject() ? SUBJECT_WEIGHT : 1,
                                Integer::sum));
        return weights.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static Signal effective(Sighting sighting) {
        return sighting.signal().is(Aspect.HARM) && !sighting.stated()
                ? Signal.RISK
                : sighting.signal();
    }
}
