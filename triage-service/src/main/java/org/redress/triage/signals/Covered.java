package org.redress.triage.signals;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** The characters of a text that something is known of, for each signal apart. */
final class Covered {

    private final Map<Signal, BitSet> characters = new EnumMap<>(Signal.class);

    void add(Signal signal, Span span) {
        characters.computeIfAbsent(signal, _ -> new BitSet()).set(span.begin(), span.end());
    }

    boolean touches(Signal signal, Span span) {
        var covered = characters.get(signal);
        if (covered == null) {
            return false;
        }
        int first = covered.nextSetBit(span.begin());
        return first >= 0 && first < span.end();
    }
}
