package org.redress.e2e.promql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A value under its labels; the name is one of them. */
public record Sample(Map<String, String> labels, double value) {

    static final String NAME = "__name__";

    public Sample {
        labels = Map.copyOf(labels);
    }

    public String name() {
        return labels.getOrDefault(NAME, "");
    }

    public Sample withValue(double other) {
        return new Sample(labels, other);
    }

    public Sample named(String name) {
        var more = new HashMap<>(labels);
        more.put(NAME, name);
        return new Sample(more, value);
    }

    /** What it is matched with others by: all labels but the name. */
    Map<String, String> series() {
        var series = new HashMap<>(labels);
        series.remove(NAME);
        return Map.copyOf(series);
    }

    Map<String, String> only(Collection<String> names) {
        var kept = new HashMap<>(labels);
        kept.keySet().retainAll(names);
        return Map.copyOf(kept);
    }
}
