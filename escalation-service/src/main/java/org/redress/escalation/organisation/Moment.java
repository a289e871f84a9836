package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day or a minute of it as people write it, {@code 2026-12-01} or {@code 2026-12-01T08:00}; a
 * zone makes an instant of it.
 */
public record Moment(LocalDate day, @Nullable LocalTime time) {

    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d)?");
    private static final int DAY = 10;

    /**
     * The moment that somebody wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Moment of(String written) {
        try {
            if (FORM.matcher(written).matches()) {
                return new Moment(
                        LocalDate.parse(written.substring(0, DAY)),
                        written.length() == DAY
                                ? null
                                : LocalTime.parse(written.substring(DAY + 1)));
            }
        } catch (DateTimeException _) {
            // No such day or time: said below.
        }
        throw new IllegalArgumentException(
                "'%s' is neither a day like 2026-12-01 nor a time like 2026-12-01T08:00"
                        .formatted(written));
    }

    LocalDateTime local() {
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }

    Instant begins(ZoneId zone) {
        return local().atZone(zone).toInstant();
    }

    /** When it is over: a day at the midnight after it. */
    Instant ends(ZoneId zone) {
        return time == null ? day.plusDays(1).atStartOfDay(zone).toInstant() : begins(zone);
    }

    @Override
    @JsonValue
    public String toString() {
        return time == null ? day.toString() : day + "T" + time;
    }
}
