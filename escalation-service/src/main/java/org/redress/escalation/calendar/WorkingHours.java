package org.redress.escalation.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Only the given hours of each weekday count, on the wall clock of {@code zone}: an hour that the
 * clock leaves out does not count, one that it shows twice counts twice.
 *
 * @param exceptions the hours of the dates that do not have those of their weekday
 */
public record WorkingHours(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<TimeRange>> hours,
        Map<LocalDate, List<TimeRange>> exceptions)
        implements BusinessCalendar {

    private static final List<TimeRange> ALL_DAY = List.of(TimeRange.parse("00:00-24:00"));
    private static final int LONGEST_REST = 62;
    private static final Duration AT_ONCE = Duration.ofDays(7);
    private static final Duration FURTHEST = Duration.ofDays(36_525);

    /**
     * Refuses a calendar without a working hour in any 62 days, and ranges that overlap, on one day
     * or over midnight.
     */
    public WorkingHours {
        hours = inOrder(hours);
        exceptions = inOrder(exceptions);
        refuseOverlaps(hours, exceptions);
        refuseLongRests(name, hours, exceptions);
    }

    /** The same hours on every date of a weekday. */
    public WorkingHours(String name, ZoneId zone, Map<DayOfWeek, List<TimeRange>> hours) {
        this(name, zone, hours, Map.of());
    }

    /**
     * This calendar with days off and make-up days; of two that speak of one date the later holds.
     */
    public WorkingHours observing(List<Holidays> holidays) {
        Map<LocalDate, List<TimeRange>> changed = new HashMap<>(exceptions);
        for (Holidays each : holidays) {
            each.days().forEach(date -> changed.put(date, List.of()));
            each.workdays()
                    .forEach(day ->
                            changed.put(day.date(), hours.getOrDefault(day.as(), List.of())));
        }
        return new WorkingHours(name, zone, hours, changed);
    }

    /** A night shift makes the day on which it begins a working day. */
    @Override
    public BusinessCalendar wholeDays(String other) {
        return new WorkingHours(other, zone, whole(hours), whole(exceptions));
    }

    private static <D> Map<D, List<TimeRange>> whole(Map<D, List<TimeRange>> days) {
        Map<D, List<TimeRange>> whole = new HashMap<>();
        days.forEach((day, ranges) -> whole.put(day, ranges.isEmpty() ? List.of() : ALL_DAY));
        return whole;
    }

    @Override
    public Instant dueAt(Instant start, Duration duration) {
        Duration left = duration;
        Instant furthest = start.plus(FURTHEST);
        for (Instant at = start; at.isBefore(furthest); at = at.plus(AT_ONCE)) {
            for (Stretch stretch : counted(at, at.plus(AT_ONCE))) {
                if (stretch.length().compareTo(left) >= 0) {
                    return stretch.from().plus(left);
                }
                left = left.minus(stretch.length());
            }
        }
        throw new IllegalArgumentException(
                duration + " of calendar '" + name + "' take more than a hundred years");
    }

    @Override
    public List<Stretch> counted(Instant from, Instant to) {
        List<Stretch> counted = new ArrayList<>();
        Instant at = from;
        while (at.isBefore(to)) {
            ZoneOffset offset = zone.getRules().getOffset(at);
            ZoneOffsetTransition change = zone.getRules().nextTransition(at);
            Instant until = change == null ? to : earlier(to, change.getInstant());
            addCounted(counted, at, until, offset);
            at = until;
        }
        return counted;
    }

    /** While the offset stays the same, time on the wall clock is time. */
    private void addCounted(List<Stretch> counted, Instant from, Instant to, ZoneOffset offset) {
        LocalDate last = LocalDate.ofInstant(to, offset);
        LocalDate first =
                LocalDate.ofInstant(from, offset).minusDays(1); // It may run past midnight.
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (TimeRange range : on(hours, exceptions, day)) {
                Instant begin = later(from, range.begin(day).toInstant(offset));
                Instant end = earlier(to, range.end(day).toInstant(offset));
                if (begin.isBefore(end)) {
                    counted.add(new Stretch(begin, end));
                }
            }
        }
    }

    private static List<TimeRange> on(
            Map<DayOfWeek, List<TimeRange>> hours,
            Map<LocalDate, List<TimeRange>> exceptions,
            LocalDate date) {
        List<TimeRange> exception = exceptions.get(date);
        return exception == null ? hours.getOrDefault(date.getDayOfWeek(), List.of()) : exception;
    }

    private static <D> Map<D, List<TimeRange>> inOrder(Map<D, List<TimeRange>> given) {
        Map<D, List<TimeRange>> ordered = new HashMap<>();
        given.forEach((day, ranges) ->
                ordered.put(
                        day,
                        ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList()));
        return Map.copyOf(ordered);
    }

    private static void refuseOverlaps(
            Map<DayOfWeek, List<TimeRange>> hours, Map<LocalDate, List<TimeRange>> exceptions) {
        for (DayOfWeek day : DayOfWeek.values()) {
            refuseOverlap(
                    day,
                    hours.getOrDefault(day, List.of()),
                    hours.getOrDefault(day.plus(1), List.of()));
        }
        for (LocalDate date : exceptions.keySet()) {
            for (LocalDate day : List.of(date.minusDays(1), date)) {
                refuseOverlap(
                        day, on(hours, exceptions, day), on(hours, exceptions, day.plusDays(1)));
            }
        }
    }

    private static void refuseOverlap(
            Object day, List<TimeRange> ranges, List<TimeRange> tomorrow) {
        for (int i = 1; i < ranges.size(); i++) {
            if (ranges.get(i - 1).runsInto(ranges.get(i))) {
                throw overlap(day, ranges.get(i - 1), ranges.get(i));
            }
        }
        if (!ranges.isEmpty()
                && !tomorrow.isEmpty()
                && ranges.getLast().runsIntoTomorrow(tomorrow.getFirst())) {
            throw overlap(day, ranges.getLast(), tomorrow.getFirst() + " of the day after");
        }
    }

    private static IllegalArgumentException overlap(Object day, TimeRange range, Object other) {
        return new IllegalArgumentException(day + ": " + range + " and " + other + " overlap");
    }

    /** A long rest begins on a day off or in the week before one: the week alone has none. */
    private static void refuseLongRests(
            String name,
            Map<DayOfWeek, List<TimeRange>> hours,
            Map<LocalDate, List<TimeRange>> exceptions) {
        if (hours.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("calendar '" + name + "' has no working hour");
        }
        exceptions.keySet().stream()
                .flatMap(date -> IntStream.range(0, 7).mapToObj(date::minusDays))
                .filter(begin ->
                        IntStream.range(0, LONGEST_REST)
                                .mapToObj(begin::plusDays)
                                .allMatch(date -> on(hours, exceptions, date).isEmpty()))
                .min(Comparator.naturalOrder())
                .ifPresent(begin -> {
                    throw new IllegalArgumentException(
                            "calendar '%s' has no working hour in the %d days from %s"
                                    .formatted(name, LONGEST_REST, begin));
                });
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
