package org.redress.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measured times of one kind, shortest first, and how a time is told in a table's cell. */
public record Times(List<Duration> sorted) {
    public Times {
        sorted = sorted.stream().sorted().toList();
    }

    static Times of(Stream<Optional<Duration>> measured) {
        return new Times(measured.flatMap(Optional::stream).toList());
    }

    /** What this share of all, 1 to 100 percent, stayed within (nearest rank). */
    public Optional<Duration> percentile(int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }

    /** The same in milliseconds; not a number when nothing was measured. */
    public double millis(int percent) {
        return percentile(percent).map(took -> took.toNanos() / 1e6).orElse(Double.NaN);
    }

    /** The same for a table's cell; a dash when nothing was measured. */
    String text(int percent) {
        return percentile(percent).map(Times::text).orElse("–");
    }

    /** Such as {@code 45 ms}, {@code 1.2 s} or {@code 3m05s}. */
    static String text(Duration took) {
        if (took.toMillis() < 1000) {
            return took.toMillis() + " ms";
        }
        if (took.toSeconds() < 100) {
            return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        }
        return String.format(Locale.ROOT, "%dm%02ds", took.toMinutes(), took.toSecondsPart());
    }

    /**
     * The time between two moments of this machine. What a service does at once can be over before
     * the client has read its 201: that is no time at all, not a negative one.
     */
    static Duration between(Instant from, Instant until) {
        Duration took = Duration.between(from, until);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
