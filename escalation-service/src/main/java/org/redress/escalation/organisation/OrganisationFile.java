package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.calendar.TimeRange;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * {@code organisation.yaml} as people write it, and as the database keeps it; checked elsewhere.
 */
record OrganisationFile(
        @JsonProperty(required = true) UnitPath reception,
        List<UnitEntry> units,
        List<PersonEntry> persons,
        List<Duty> duties,
        List<CalendarEntry> calendars,
        List<ClockRule> clocks,
        List<EscalationPolicy> policies) {

    record UnitEntry(@JsonProperty(required = true) UnitPath path, Names name) {}

    record PersonEntry(@JsonProperty(required = true) PersonId id, Names name, UnitPath unit) {}

    /** A calendar without hours counts every hour; without a zone it has the tenant's. */
    record CalendarEntry(
            @JsonProperty(required = true) String name,
            @Nullable ZoneId zone,
            @Nullable Map<DayOfWeek, List<TimeRange>> hours) {}

    OrganisationFile {
        units = given(units);
        persons = given(persons);
        duties = given(duties);
        calendars = given(calendars);
        clocks = given(clocks);
        policies = given(policies);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
