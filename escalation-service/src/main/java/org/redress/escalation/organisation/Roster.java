package org.redress.escalation.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/**
 * Persons who take turns, each for some days by the clock on the wall.
 *
 * @param zone the tenant's unless told
 * @param start when the first turn begins
 * @param every how many days a turn takes, such as P1D or P7D
 * @param overrides whose turn it is instead; a swap is two of them
 */
public record Roster(
        @JsonProperty(required = true) String name,
        @Nullable ZoneId zone,
        @JsonProperty(required = true) Moment start,
        @JsonProperty(required = true) Period every,
        List<PersonId> persons,
        List<Instead> overrides) {

    /** A person who has the turn from then until then, whoever would have it. */
    public record Instead(
            @JsonProperty(required = true) Moment from,
            @JsonProperty(required = true) Moment until,
            @JsonProperty(required = true) PersonId person,
            @Nullable String reason) {

        public Instead {
            Needed.field("from", from);
            Needed.field("until", until);
            Needed.field("person", person);
        }

        Validity validity() {
            return new Validity(from, until);
        }
    }

    public Roster {
        Needed.field("name", name);
        Needed.field("start", start);
        persons = persons == null ? List.of() : List.copyOf(persons);
        overrides = overrides == null ? List.of() : List.copyOf(overrides);
        if (every == null || every.toTotalMonths() != 0 || every.get(ChronoUnit.DAYS) < 1) {
            throw new IllegalArgumentException("every must be a number of days like P1D or P7D");
        }
        if (persons.isEmpty()) {
            throw new IllegalArgumentException("persons of a roster are needed");
        }
    }

    /** Whose turn it is; nobody's before the first. */
    Optional<PersonId> turn(Instant at, ZoneId tenant) {
        ZoneId here = zoneOr(tenant);
        Optional<PersonId> instead =
                overrides.stream()
                        .filter(one -> one.validity().holds(at, here))
                        .map(Instead::person)
                        .findFirst();
        return instead.or(() -> regular(turnAt(at, here)));
    }

    private Optional<PersonId> regular(long turn) {
        return turn < 0
                ? Optional.empty()
                : Optional.of(persons.get((int) (turn % persons.size())));
    }

    private long turnAt(Instant at, ZoneId here) {
        var local = LocalDateTime.ofInstant(at, here);
        return local.isBefore(start.local())
                ? -1
                : ChronoUnit.DAYS.between(start.local(), local) / days();
    }

    /** The instants in between at which the turn passes on. */
    Stream<Instant> edges(Instant from, Instant until, ZoneId tenant) {
        ZoneId here = zoneOr(tenant);
        Stream<Instant> turns =
                Stream.iterate(turnAt(from, here) + 1, turn -> turn + 1)
                        .map(turn -> start.local().plusDays(turn * days()).atZone(here).toInstant())
                        .takeWhile(at -> at.isBefore(until));
        return Stream.concat(turns, overrides.stream().flatMap(one -> one.validity().edges(here)));
    }

    /**
     * Whose turn it is instead if two turns are swapped.
     *
     * @param first a moment of the one turn, or the day on which it begins
     * @param second the same of the other
     * @throws IllegalArgumentException if there is no turn then, or both are the same
     */
    public List<Instead> swapped(Moment first, Moment second, @Nullable String reason) {
        long one = turnAt(first);
        long other = turnAt(second);
        if (one < 0 || other < 0) {
            throw new IllegalArgumentException("no turn before " + start);
        }
        if (one == other) {
            throw new IllegalArgumentException("both lie in one turn");
        }
        return List.of(instead(one, other, reason), instead(other, one, reason));
    }

    private long turnAt(Moment told) {
        LocalDateTime local =
                told.time() == null ? told.day().atTime(start.local().toLocalTime()) : told.local();
        return local.isBefore(start.local())
                ? -1
                : ChronoUnit.DAYS.between(start.local(), local) / days();
    }

    private Instead instead(long turn, long whose, @Nullable String reason) {
        return new Instead(begin(turn), begin(turn + 1), regular(whose).orElseThrow(), reason);
    }

    private Moment begin(long turn) {
        LocalDateTime local = start.local().plusDays(turn * days());
        return new Moment(local.toLocalDate(), local.toLocalTime());
    }

    private long days() {
        return every.get(ChronoUnit.DAYS);
    }

    ZoneId zoneOr(ZoneId tenant) {
        return zone == null ? tenant : zone;
    }
}
