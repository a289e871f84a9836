package org.redress.escalation.organisation;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.calendar.Holidays;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.ShippedHolidays;
import org.redress.escalation.calendar.WorkingHours;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.regulation.Packs;

/** What a document says of time: its holidays, calendars and clocks. */
final class ClockCheck {

    private static final Set<String> LAWS = Packs.SHIPPED.names();

    private final Document document;
    private final ZoneId zone;
    private final Mistakes mistakes;
    private final Map<String, Holidays> holidays = new HashMap<>();
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();

    ClockCheck(Document document, ZoneId zone, Mistakes mistakes) {
        this.document = document;
        this.zone = zone;
        this.mistakes = mistakes;
        Stream.of(ShippedHolidays.all(), document.holidays())
                .flatMap(List::stream)
                .forEach(each -> holidays.put(each.name(), each));
    }

    /**
     * The calendars of the document; what is wrong with them, or with who counts on them, is added.
     */
    Map<String, BusinessCalendar> check() {
        mistakes.distinct("holidays", document.holidays(), Holidays::name);
        mistakes.distinct("calendars", document.calendars(), Document.CalendarEntry::name);
        Mistakes.each("calendars", document.calendars(), this::checkCalendar);
        Mistakes.each("units", document.units(), this::checkUnit);
        Mistakes.each("clocks", document.clocks(), this::checkClock);
        return calendars;
    }

    private void checkCalendar(String path, Document.CalendarEntry entry) {
        Mistakes.each(
                path + ".holidays",
                entry.holidays(),
                (at, name) -> {
                    if (!holidays.containsKey(name)) {
                        mistakes.add(at, unknown("holidays", name, holidays));
                    }
                });
        if (entry.hours() == null && !entry.holidays().isEmpty()) {
            mistakes.add(path + ".holidays", "stand in a calendar without hours, which counts all");
        }
        try {
            calendars.put(entry.name(), calendar(entry));
        } catch (IllegalArgumentException refused) {
            mistakes.add(path + ".hours", String.valueOf(refused.getMessage()));
        }
    }

    private BusinessCalendar calendar(Document.CalendarEntry entry) {
        return entry.hours() == null
                ? new RoundTheClock(entry.name())
                : new WorkingHours(
                                entry.name(),
                                entry.zone() == null ? zone : entry.zone(),
                                entry.hours())
                        .observing(
                                entry.holidays().stream()
                                        .map(holidays::get)
                                        .flatMap(Stream::ofNullable)
                                        .toList());
    }

    private void checkUnit(String path, Document.Unit unit) {
        if (unit.calendar() != null) {
            known(path + ".calendar", unit.calendar());
        }
    }

    private void checkClock(String path, ClockRule rule) {
        if (rule.clock() == null) {
            mistakes.add(path + ".clock", "is missing");
        }
        if ((rule.clock() == ClockName.REGULATORY) != (rule.pack() != null)) {
            mistakes.add(path + ".pack", "is for REGULATORY, and needed there");
        } else if (rule.pack() != null && !LAWS.contains(rule.pack())) {
            mistakes.add(
                    path + ".pack", "unknown law '%s'; known are %s".formatted(rule.pack(), LAWS));
        }
        if (rule.calendar() == null) {
            unitWithoutCalendar()
                    .ifPresent(unit ->
                            mistakes.add(
                                    path + ".calendar",
                                    "is missing, and neither %s nor a unit above it has one"
                                            .formatted(unit.path())));
        } else {
            known(path + ".calendar", rule.calendar());
        }
        Mistakes.each(
                path + ".units",
                rule.units(),
                (at, unit) -> {
                    if (document.units().stream().noneMatch(one -> one.path().equals(unit))) {
                        mistakes.add(at, "unknown unit '%s'".formatted(unit));
                    }
                });
        rule.policies().stream()
                .filter(id -> document.policies().stream().noneMatch(one -> one.id().equals(id)))
                .forEach(id ->
                        mistakes.add(
                                path + (id.equals(rule.breach()) ? ".breach" : ".warn"),
                                "'%s' is neither %sUNIT_HEAD nor NOBODY nor a policy"
                                        .formatted(
                                                id,
                                                id.equals(rule.breach()) ? "" : "HANDLER nor ")));
    }

    private Optional<Document.Unit> unitWithoutCalendar() {
        var tree = new UnitTree(document);
        return document.units().stream()
                .filter(unit -> tree.calendar(unit.path()).isEmpty())
                .findFirst();
    }

    private void known(String path, String calendar) {
        if (!calendars.containsKey(calendar)) {
            mistakes.add(path, unknown("calendar", calendar, calendars));
        }
    }

    private static String unknown(String what, String name, Map<String, ?> known) {
        return "unknown %s '%s'; known are %s"
                .formatted(
                        what,
                        name,
                        known.keySet().stream()
                                .sorted()
                                .collect(Collectors.joining(", ", "[", "]")));
    }
}
