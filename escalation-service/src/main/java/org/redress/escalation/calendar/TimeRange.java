package org.redress.escalation.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * Hours of a day, from inclusive, to exclusive; written {@code 08:30-12:00}. What runs over
 * midnight belongs to the day on which it begins ({@code 22:00-06:00}); {@code 24:00} is its end.
 *
 * @param length on the wall clock, at most a day
 */
public record TimeRange(LocalTime from, Duration length) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String END_OF_DAY = "24:00";

    public TimeRange {
        if (!length.isPositive() || length.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "hours from " + from + " cannot last " + length + ", but up to a day");
        }
    }

    @JsonCreator
    public static TimeRange parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return between(LocalTime.parse(ends[0].strip()), ends[1].strip());
            }
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not hours like 08:30-12:00", unreadable);
        }
        throw new IllegalArgumentException("'" + text + "' is not hours like 08:30-12:00");
    }

    private static TimeRange between(LocalTime from, String end) {
        boolean toTheEnd = end.equals(END_OF_DAY);
        Duration length =
                Duration.between(from, toTheEnd ? LocalTime.MIDNIGHT : LocalTime.parse(end));
        boolean overMidnight = length.isNegative() || (toTheEnd && length.isZero());
        return new TimeRange(from, overMidnight ? length.plus(DAY) : length);
    }

    LocalDateTime begin(LocalDate day) {
        return day.atTime(from);
    }

    LocalDateTime end(LocalDate day) {
        return begin(day).plus(length);
    }

    /** Whether it lasts beyond the beginning of the other one, which is not before its own. */
    boolean runsInto(TimeRange later) {
        return length.compareTo(Duration.between(from, later.from)) > 0;
    }

    /** Whether it lasts beyond the beginning of the other one on the day after. */
    boolean runsIntoTomorrow(TimeRange first) {
        return length.compareTo(Duration.between(from, first.from).plus(DAY)) > 0;
    }

    @JsonValue
    @Override
    public String toString() {
        LocalTime to = from.plus(length);
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
