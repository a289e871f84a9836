package org.redress.triage.rules;

import java.util.List;
import org.redress.triage.signals.Signal;

/** A signal that counted, with the customer's own words. */
public record SeenSignal(Signal signal, List<String> words) {

    public SeenSignal {
        words = List.copyOf(words);
    }
}
