package org.redress.escalation.clocks.ledger;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.calendar.Holidays;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.TimeRange;
import org.redress.escalation.calendar.WorkingHours;

/**
 * A random calendar twice: as the service has it, and as one answer for each minute from a first
 * one on, found by looking at the wall clock.
 */
record SlowCalendar(BusinessCalendar fast, boolean[] counts) {

    private static final int DAY = 24 * 60;

    /** Minutes of a day, from inclusive, to exclusive; beyond {@link #DAY} it is the day after. */
    private record Window(int from, int to) {

        TimeRange written() {
            return TimeRange.parse(hour(from) + "-" + (to == DAY ? "24:00" : hour(to % DAY)));
        }

        private static String hour(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    static SlowCalendar roundTheClock(int minutes) {
        boolean[] counts = new boolean[minutes];
        Arrays.fill(counts, true);
        return new SlowCalendar(new RoundTheClock("24x7"), counts);
    }

    static SlowCalendar random(Random random, ZoneId zone, Instant first, int minutes) {
        Map<DayOfWeek, List<Window>> week = week(random);
        Set<LocalDate> off = new HashSet<>();
        Map<LocalDate, DayOfWeek> worked = new HashMap<>();
        LocalDate day = LocalDate.ofInstant(first, zone);
        for (int i = -2; i < minutes / DAY + 2; i++) {
            switch (random.nextInt(10)) {
                case 0 -> off.add(day.plusDays(i));
                case 1 -> worked.put(day.plusDays(i), DayOfWeek.of(1 + random.nextInt(7)));
                default -> {}
            }
        }
        boolean[] counts = new boolean[minutes];
        for (int i = 0; i < minutes; i++) {
            ZonedDateTime clock = first.plus(Duration.ofMinutes(i)).atZone(zone);
            int minute = clock.getHour() * 60 + clock.getMinute();
            LocalDate today = clock.toLocalDate();
            counts[i] =
                    isOpen(on(today, week, off, worked), minute)
                            || isOpen(on(today.minusDays(1), week, off, worked), minute + DAY);
        }
        return new SlowCalendar(fast(zone, week, off, worked), counts);
    }

    private static BusinessCalendar fast(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            Set<LocalDate> off,
            Map<LocalDate, DayOfWeek> worked) {
        Map<DayOfWeek, List<TimeRange>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach(
                (day, windows) -> hours.put(day, windows.stream().map(Window::written).toList()));
        List<Holidays.Workday> workdays =
                worked.entrySet().stream()
                        .map(each -> new Holidays.Workday(each.getKey(), each.getValue()))
                        .toList();
        return new WorkingHours("random", zone, hours)
                .observing(
                        List.of(
                                new Holidays(
                                        "random", List.copyOf(off), workdays, null, null, false)));
    }

    private static List<Window> on(
            LocalDate date,
            Map<DayOfWeek, List<Window>> week,
            Set<LocalDate> off,
            Map<LocalDate, DayOfWeek> worked) {
        return off.contains(date)
                ? List.of()
                : week.get(worked.getOrDefault(date, date.getDayOfWeek()));
    }

    private static boolean isOpen(List<Window> windows, int minute) {
        for (Window window : windows) {
            if (window.from() <= minute && minute < window.to()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Nobody begins before {@code opens}, so that whoever works over midnight until then is alone.
     */
    private static Map<DayOfWeek, List<Window>> week(Random random) {
        int opens = random.nextInt(8 * 60);
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(4) == 0 ? List.of() : windows(random, opens));
        }
        DayOfWeek sure = DayOfWeek.of(1 + random.nextInt(7));
        week.put(sure, windows(random, opens));
        return week;
    }

    private static List<Window> windows(Random random, int opens) {
        int[] ends =
                random.ints(opens, DAY + 1)
                        .distinct()
                        .limit(2L + 2L * random.nextInt(3))
                        .sorted()
                        .toArray();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < ends.length; i += 2) {
            windows.add(new Window(ends[i], ends[i + 1]));
        }
        Window last = windows.getLast();
        if (opens > 0 && last.from() > opens && random.nextInt(3) == 0) {
            windows.set(
                    windows.size() - 1, new Window(last.from(), DAY + random.nextInt(opens + 1)));
        }
        return windows;
    }
}
