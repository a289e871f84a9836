package org.redress.intake.timetable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of the handling as it now stands.
 *
 * @param name such as {@code FIRST_RESPONSE}; the one of a milestone bears its name
 * @param promisedAt what the customer was told of it, as it stands now; nothing for a clock of a
 *     later round
 * @param metAt when it was met, if it was
 */
public record RunningClock(
        String name,
        int round,
        Instant dueAt,
        @Nullable Instant promisedAt,
        @Nullable Instant metAt) {}
