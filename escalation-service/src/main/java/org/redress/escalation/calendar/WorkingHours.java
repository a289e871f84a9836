package org.redress.escalation.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Only the given hours of each weekday count, on the wall clock of {@code zone}. */
public record WorkingHours(String name, ZoneId zone, Map<DayOfWeek, List<TimeRange>> hours)
        implements BusinessCalendar {

    /** Refuses a week without a working hour, and ranges of one day that overlap. */
    public WorkingHours {
        Map<DayOfWeek, List<TimeRange>> ordered = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, ranges) -> ordered.put(day, inOrder(day, ranges)));
        if (ordered.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("calendar '" + name + "' has no working hour");
        }
        hours = Map.copyOf(ordered);
    }

    private static List<TimeRange> inOrder(DayOfWeek day, List<TimeRange> ranges) {
        List<TimeRange> sorted =
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from().isBefore(sorted.get(i - 1).to())) {
                throw new IllegalArgumentException(
                        day + ": " + sorted.get(i - 1) + " and " + sorted.get(i) + " overlap");
            }
        }
        return sorted;
    }

    @Override
    public Instant dueAt(Instant start, Duration duration) {
        Duration left = duration;
        for (LocalDate day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (TimeRange range : hours.getOrDefault(day.getDayOfWeek(), List.of())) {
                Instant opens = later(start, at(day, range.from()));
                Duration available = Duration.between(opens, at(day, range.to()));
                if (available.isPositive() && available.compareTo(left) >= 0) {
                    return opens.plus(left);
                }
                left = available.isPositive() ? left.minus(available) : left;
            }
        }
    }

    private Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
