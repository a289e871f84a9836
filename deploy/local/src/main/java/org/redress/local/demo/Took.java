package org.redress.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How long something took, in the few characters of a table's cell. */
final class Took {

    private Took() {}

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
