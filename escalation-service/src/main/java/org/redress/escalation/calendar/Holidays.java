package org.redress.escalation.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Days off and the make-up days (调休) that go with them, as somebody published them.
 *
 * @param name by which calendars observe them
 * @param source who says so
 * @param asOf the day on which the source was read
 * @param provisional whether more is to be published
 */
public record Holidays(
        @JsonProperty(required = true) String name,
        List<LocalDate> days,
        List<Workday> workdays,
        @Nullable String source,
        @Nullable LocalDate asOf,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean provisional) {

    /**
     * A date on which is worked whatever its weekday; written as the date alone, or with the
     * weekday.
     *
     * @param as the weekday whose hours it has; Monday unless told
     */
    public record Workday(LocalDate date, DayOfWeek as) {

        @JsonCreator
        public Workday(
                @JsonProperty(value = "date", required = true) LocalDate date,
                @JsonProperty("as") @Nullable DayOfWeek as) {
            this.date = date;
            this.as = as == null ? DayOfWeek.MONDAY : as;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Workday on(String date) {
            return new Workday(LocalDate.parse(date), null);
        }
    }

    /** Refuses a date that stands here twice, or is a day off and worked as well. */
    public Holidays {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("holidays need a name");
        }
        days = inOrder(days, Function.identity());
        workdays = inOrder(workdays, Workday::date);
        Set<LocalDate> seen = new HashSet<>(days);
        for (Workday workday : workdays) {
            if (!seen.add(workday.date())) {
                throw new IllegalArgumentException(
                        name + ": " + workday.date() + " is told twice, or off and worked");
            }
        }
    }

    private static <T> List<T> inOrder(@Nullable Collection<T> given, Function<T, LocalDate> date) {
        return given == null
                ? List.of()
                : given.stream().distinct().sorted(Comparator.comparing(date)).toList();
    }
}
