package org.redress.escalation.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;

/**
 * Holidays out of an iCalendar file (RFC 5545): an event of whole days is time off, or, if its
 * summary says 班 or "work", a make-up day. What is not understood is refused, never left out. A
 * stranger's file costs little, whatever it says: its length, its depth, its events and what they
 * expand to are bounded, and no time zone in it is looked up anywhere.
 */
public final class ICalendar {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 5;
    private static final int MOST_EVENTS = 2_000;
    private static final int MOST_YEARLY_EVENTS = 200;
    private static final int MOST_DAYS = 5_000;
    private static final int LONGEST_EVENT = 62;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final Pattern WORKED =
            Pattern.compile("班|\\bwork(ing)?([ -]?day)?\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_WORKED =
            Pattern.compile("(不|不用|免|停)上?班|\\b(no|non|not|off)[ -]?work", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARLY =
            Pattern.compile(
                    "FREQ=YEARLY(;(UNTIL=\\d{8}|COUNT=\\d{1,4}|INTERVAL=[1-9]\\d?|WKST=[A-Z]{2}"
                            + "|(BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS)=[A-Z0-9,+-]{1,40}))*");

    private ICalendar() {}

    /**
     * What the file says of the days from one to another, both inclusive.
     *
     * @throws IllegalArgumentException with the line and what is wrong there
     */
    public static Holidays holidays(String name, String text, LocalDate from, LocalDate to) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "the calendar is longer than " + MOST_CHARACTERS + " characters");
        }
        var events = new Events(from, to);
        try {
            new CalendarParserImpl()
                    .parse(new UnfoldingReader(new StringReader(text), true), events);
        } catch (ParserException refused) {
            Throwable why = refused.getCause() == null ? refused : refused.getCause();
            throw new IllegalArgumentException(
                    "line " + refused.getLineNo() + ": " + why.getMessage(), refused);
        } catch (IOException unexpected) {
            throw new IllegalArgumentException(
                    "not an iCalendar file: " + unexpected.getMessage(), unexpected);
        }
        return events.holidays(name);
    }

    /** Takes the file as it is read. */
    private static final class Events implements ContentHandler {

        private final LocalDate from;
        private final LocalDate to;
        private final Set<LocalDate> off = new TreeSet<>();
        private final Set<LocalDate> worked = new TreeSet<>();
        private final List<String> path = new ArrayList<>();
        private String property = "";
        private String source = "iCalendar";
        private int events;
        private int yearlyEvents;
        private Event event = new Event();

        private static final class Event {
            private String summary = "";
            private @Nullable LocalDate start;
            private @Nullable LocalDate end;
            private Period duration = Period.ofDays(1);
            private @Nullable String rule;
            private final Set<LocalDate> except = new HashSet<>();
            private boolean cancelled;
        }

        private Events(LocalDate from, LocalDate to) {
            this.from = from;
            this.to = to;
        }

        private Holidays holidays(String name) {
            return new Holidays(
                    name,
                    List.copyOf(off),
                    worked.stream().map(date -> new Holidays.Workday(date, null)).toList(),
                    source,
                    null,
                    false);
        }

        @Override
        public void startComponent(String component) {
            path.add(component.toUpperCase(Locale.ROOT));
            require(path.size() <= DEEPEST, "components are nested too deep");
            if (inEvent()) {
                require(++events <= MOST_EVENTS, "there are more than " + MOST_EVENTS + " events");
                event = new Event();
            }
        }

        @Override
        public void propertyValue(String value) {
            if (path.isEmpty() && property.equals("X-WR-CALNAME")) {
                source = "iCalendar: " + value;
            }
            if (!inEvent()) {
                return;
            }
            switch (property) {
                case "SUMMARY" -> event.summary = value;
                case "STATUS" -> event.cancelled = value.equalsIgnoreCase("CANCELLED");
                case "DTSTART" -> event.start = date(value);
                case "DTEND" -> event.end = date(value);
                case "DURATION" -> event.duration = days(value);
                case "RRULE" -> event.rule = value.toUpperCase(Locale.ROOT);
                case "EXDATE" ->
                        List.of(value.split(",", -1)).forEach(day -> event.except.add(date(day)));
                case "RDATE", "EXRULE", "RECURRENCE-ID" ->
                        throw new IllegalArgumentException(property + " is not understood");
                default -> {}
            }
        }

        @Override
        public void endComponent(String component) {
            if (inEvent() && !event.cancelled) {
                keep();
            }
            path.removeLast();
        }

        private void keep() {
            LocalDate start = event.start;
            require(start != null, "the event '" + event.summary + "' has no DTSTART");
            require(!start.isBefore(EARLIEST), "DTSTART " + start + " is before " + EARLIEST);
            LocalDate end = event.end == null ? start.plus(event.duration) : event.end;
            long length = ChronoUnit.DAYS.between(start, end);
            require(
                    length >= 1 && length <= LONGEST_EVENT,
                    "the event '%s' has %d days; 1 to %d are understood"
                            .formatted(event.summary, length, LONGEST_EVENT));
            for (LocalDate first : occurrences(start, length)) {
                first.datesUntil(first.plusDays(length))
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .forEach(isWorked(event.summary) ? worked::add : off::add);
            }
            require(
                    off.size() + worked.size() <= MOST_DAYS,
                    "there are more than " + MOST_DAYS + " days");
        }

        private List<LocalDate> occurrences(LocalDate start, long length) {
            if (event.rule == null) {
                return List.of(start);
            }
            require(
                    YEARLY.matcher(event.rule).matches(),
                    "RRULE '" + event.rule + "' is not understood: only FREQ=YEARLY is");
            require(
                    ++yearlyEvents <= MOST_YEARLY_EVENTS,
                    "more than " + MOST_YEARLY_EVENTS + " events have an RRULE");
            return new Recur<LocalDate>(event.rule)
                    .getDates(start, from.minusDays(length), to).stream()
                            .filter(day -> !event.except.contains(day))
                            .toList();
        }

        private static boolean isWorked(String summary) {
            return WORKED.matcher(summary).find() && !NOT_WORKED.matcher(summary).find();
        }

        private LocalDate date(String value) {
            try {
                return LocalDate.parse(value.strip(), DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        property + " '" + value + "' is no whole day like 20261001", e);
            }
        }

        private static Period days(String value) {
            try {
                return Period.parse(value.strip());
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "DURATION '" + value + "' is no whole days like P3D", e);
            }
        }

        private boolean inEvent() {
            return path.equals(List.of("VEVENT"));
        }

        @Override
        public void startProperty(String name) {
            property = name.toUpperCase(Locale.ROOT);
        }

        @Override
        public void startCalendar() {}

        @Override
        public void endCalendar() {}

        @Override
        public void endProperty(String name) {}

        @Override
        public void parameter(String name, String value) {}

        private static void require(boolean right, String wrong) {
            if (!right) {
                throw new IllegalArgumentException(wrong);
            }
        }
    }
}
