package org.redress.reporting.metrics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What a caller asked for: days, or something that is no period. */
sealed interface Period {

    /** These days, both included. */
    record Days(LocalDate from, LocalDate to) implements Period {}

    /** No period, and why. */
    record Refused(Problem problem) implements Period {}

    /**
     * The period between two days.
     *
     * @param longest how many days it may have
     */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate to, long longest) {
        if (from == null) {
            return refused("from", "must be a date such as 2026-11-21");
        }
        if (to == null) {
            return refused("to", "must be a date such as 2026-11-21");
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1) {
            return refused("to", "must not be before 'from'");
        }
        if (days > longest) {
            return refused("to", "must be less than %d days after 'from'".formatted(longest));
        }
        return new Days(from, to);
    }

    private static Refused refused(String field, String message) {
        return new Refused(Problem.badField(field, message));
    }
}
