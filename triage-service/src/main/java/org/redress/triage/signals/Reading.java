package org.redress.triage.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.triage.signals.Signal.Aspect;

/** All that was seen in one case's text, in the order of the text. */
public record Reading(List<Sighting> sightings) {

    private static final int SUBJECT_WEIGHT = 3;
    private static final int WORD_COUNTS = 2;
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

    /** The subject matter that most words speak of, the graver of two; empty when none does. */
    public Optional<Signal> topic() {
        return leading(Aspect.TOPIC);
    }

    /** What the customer mostly does: complains before all else; empty when no word tells. */
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

    /** One word said over and over tells less than several: below the subject it counts twice. */
    private Optional<Signal> leading(Aspect aspect) {
        var weights = new EnumMap<Signal, Integer>(Signal.class);
        var said = new HashMap<String, Integer>();
        for (var sighting : sightings) {
            if (sighting.signal().is(aspect)) {
                int times = said.merge(sighting.signal() + sighting.words(), 1, Integer::sum);
                int weight = sighting.inSubject() ? SUBJECT_WEIGHT : times <= WORD_COUNTS ? 1 : 0;
                weights.merge(sighting.signal(), weight, Integer::sum);
            }
        }
        return weights.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    private static Signal effective(Sighting sighting) {
        return sighting.signal().is(Aspect.HARM) && !sighting.stated()
                ? Signal.RISK
                : sighting.signal();
    }
}
