package org.redress.notification.cases;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Something that triage saw in the customer's text, and the words that it saw it in. */
public record Signal(String signal, List<String> words) {
    public Signal {
        requireNonNull(signal, "signal");
        words = List.copyOf(words);
    }
}
