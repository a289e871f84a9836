package org.redress.intake.forms;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a form may say of time: nothing that it tells lies ahead. */
public final class Moments {

    /** What is wrong with a moment that lies ahead. */
    public static final String FUTURE = "must not lie in the future";

    /** How far the clocks of two machines may differ. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private Moments() {}

    /** Whether it lies ahead of now by more than two clocks may differ. */
    public static boolean isFuture(@Nullable Instant told, Instant now) {
        return told != null && told.isAfter(now.plus(SKEW));
    }
}
