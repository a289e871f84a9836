package org.redress.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Times in order of length. */
record Percentiles(List<Duration> sorted) {

    static Percentiles of(Collection<Duration> times) {
        return new Percentiles(times.stream().sorted().toList());
    }

    /** The nearest-rank percentile in milliseconds; not a number where nothing was measured. */
    double millis(int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toNanos() / 1e6;
    }
}
