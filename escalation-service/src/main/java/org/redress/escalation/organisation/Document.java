package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.calendar.Holidays;
import org.redress.escalation.calendar.TimeRange;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** The organisation as people write it and as the database keeps it (ADR 14); checked elsewhere. */
public record Document(
        @JsonProperty(required = true) UnitPath reception,
        List<Unit> units,
        List<Person> persons,
        List<Duty> duties,
        List<Roster> rosters,
        List<Absence> absences,
        List<Holidays> holidays,
        List<CalendarEntry> calendars,
        List<ClockRule> clocks,
        List<EscalationPolicy> policies,
        List<Authority> authorities,
        List<PlanRule> plans) {

    /**
     * A unit, named by its path.
     *
     * @param calendar on which its clocks count whose rules name none, and those of the units below
     *     that have none of their own
     */
    public record Unit(
            @JsonProperty(required = true) UnitPath path, Names name, @Nullable String calendar) {
        public Unit {
            Needed.field("path", path);
        }
    }

    /**
     * Somebody of staff; contact methods are not kept here.
     *
     * @param language in which they are written to; the tenant's unless told
     * @param superior whom they report to, where it is not the head of their unit
     * @param from, until the first and the last day on which they are here
     */
    public record Person(
            @JsonProperty(required = true) PersonId id,
            Names name,
            UnitPath unit,
            @Nullable String language,
            @Nullable PersonId superior,
            @Nullable Moment from,
            @Nullable Moment until) {

        public Person {
            Needed.field("id", id);
        }

        Validity validity() {
            return new Validity(from, until);
        }
    }

    /**
     * A calendar without hours counts every hour; without a zone it has the tenant's.
     *
     * @param holidays the names of those that it observes: of this document, or of what ships
     */
    public record CalendarEntry(
            @JsonProperty(required = true) String name,
            @Nullable ZoneId zone,
            @Nullable Map<DayOfWeek, List<TimeRange>> hours,
            List<String> holidays) {
        public CalendarEntry {
            Needed.field("name", name);
            holidays = given(holidays);
        }
    }

    public Document {
        Needed.field("reception", reception);
        units = given(units);
        persons = given(persons);
        duties = given(duties);
        rosters = given(rosters);
        absences = given(absences);
        holidays = given(holidays);
        calendars = given(calendars);
        clocks = given(clocks);
        policies = given(policies);
        authorities = given(authorities);
        plans = given(plans);
    }

    /** Whether clocks are timed by it as by the other. */
    boolean timesAs(Document other) {
        return clocks.equals(other.clocks)
                && calendars.equals(other.calendars)
                && holidays.equals(other.holidays)
                && calendarsOfUnits().equals(other.calendarsOfUnits());
    }

    private Map<UnitPath, String> calendarsOfUnits() {
        return units.stream()
                .filter(unit -> unit.calendar() != null)
                .collect(Collectors.toMap(Unit::path, Unit::calendar));
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
