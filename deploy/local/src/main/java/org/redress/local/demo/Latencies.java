package org.redress.local.demo;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Measured times of one kind, shortest first. */
record Latencies(List<Duration> sorted) {

    Latencies {
        sorted = sorted.stream().sorted().toList();
    }

    static Latencies of(Stream<Duration> measured) {
        return new Latencies(measured.toList());
    }

    /**
     * The time that this share of all stayed within (nearest rank).
     *
     * @param percent 1 to 100
     * @throws IllegalStateException when nothing was measured
     */
    Duration percentile(int percent) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    /** As a cell of a table; a dash when nothing was measured. */
    String text(int percent) {
        return sorted.isEmpty() ? "–" : Took.text(percentile(percent));
    }
}
