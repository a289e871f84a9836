package org.redress.reporting.metrics;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;

/** What a caller asked for: days, or something that is none. */
sealed interface Period {

    /** These days, both included. */
    record Days(LocalDate from, LocalDate to) implements Period {}

    /** No period, and why. */
    record Refused(Problem problem) implements Period {}

    /**
     * Reads the two ends of a period.
     *
     * @param longest how many days it may have
     */
    static Period of(@Nullable String from, @Nullable String to, long longest) {
        var first = date(from);
        var last = date(to);
        if (first.isEmpty()) {
            return refused("from", "must be a date such as 2026-11-21");
        }
        if (last.isEmpty()) {
            return refused("to", "must be a date such as 2026-11-21");
        }
        long days = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
        if (days < 1) {
            return refused("to", "must not be before 'from'");
        }
        if (days > longest) {
            return refused("to", "must be less than %d days after 'from'".formatted(longest));
        }
        return new Days(first.get(), last.get());
    }

    private static Refused refused(String field, String message) {
        return new Refused(Problem.badField(field, message));
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
