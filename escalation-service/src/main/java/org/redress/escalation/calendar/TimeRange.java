package org.redress.escalation.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Hours of a day, from inclusive, to exclusive; written {@code 08:30-12:00}. */
public record TimeRange(LocalTime from, LocalTime to) {

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("'" + from + "-" + to + "' ends before it begins");
        }
    }

    @JsonCreator
    public static TimeRange parse(String text) {
        String[] ends = text.split("-", -1);
        try {
            if (ends.length == 2) {
                return new TimeRange(
                        LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
            }
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not hours like 08:30-12:00", unreadable);
        }
        throw new IllegalArgumentException("'" + text + "' is not hours like 08:30-12:00");
    }

    @JsonValue
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
