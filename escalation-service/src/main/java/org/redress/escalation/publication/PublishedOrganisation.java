package org.redress.escalation.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Moment;
import org.redress.escalation.organisation.Names;

/**
 * A unit or a person on the topic redress.organisation, as contracts/escalation has them; two that
 * say the same are equal.
 */
sealed interface PublishedOrganisation {

    /** The type of the event. */
    String type();

    /** The key on the topic. */
    String key();

    /** The unit that it is, or to which the person belongs. */
    UnitPath orgUnit();

    /** The same, no longer in the organisation. */
    PublishedOrganisation gone();

    /** With what every event of the organisation says. */
    record Told(
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            long version,
            @JsonUnwrapped PublishedOrganisation what) {}

    record Unit(
            UnitPath path,
            @Nullable UnitPath parent,
            Names name,
            @Nullable Boolean reception,
            boolean active)
            implements PublishedOrganisation {

        @Override
        public String type() {
            return "redress.unit.snapshot.v1";
        }

        @Override
        public String key() {
            return "unit:" + path;
        }

        @Override
        public UnitPath orgUnit() {
            return path;
        }

        @Override
        public Unit gone() {
            return new Unit(path, parent, name, null, false);
        }
    }

    record Person(
            PersonId personId,
            Names name,
            UnitPath unit,
            @Nullable String language,
            List<Role> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            boolean active)
            implements PublishedOrganisation {

        @Override
        public String type() {
            return "redress.person.snapshot.v1";
        }

        @Override
        public String key() {
            return "person:" + personId;
        }

        @Override
        public UnitPath orgUnit() {
            return unit;
        }

        @Override
        public Person gone() {
            return new Person(personId, name, unit, language, List.of(), from, until, false);
        }
    }

    /** A duty that names the person. */
    record Role(String role, UnitPath unit, Holder holder) {}

    /** All of the document, by key. */
    static Map<String, PublishedOrganisation> of(Document document) {
        var all = new LinkedHashMap<String, PublishedOrganisation>();
        Stream.concat(
                        document.units().stream().map(unit -> of(unit, document)),
                        document.persons().stream().map(person -> of(person, document)))
                .forEach(one -> all.put(one.key(), one));
        return all;
    }

    private static PublishedOrganisation of(Document.Unit unit, Document document) {
        return new Unit(
                unit.path(),
                unit.path().parent().orElse(null),
                unit.name(),
                unit.path().equals(document.reception()) ? true : null,
                true);
    }

    private static PublishedOrganisation of(Document.Person person, Document document) {
        return new Person(
                person.id(),
                person.name(),
                person.unit(),
                person.language(),
                document.duties().stream()
                        .flatMap(duty -> roles(duty, person.id(), document))
                        .distinct()
                        .toList(),
                day(person.from()),
                day(person.until()),
                true);
    }

    private static Stream<Role> roles(Duty duty, PersonId person, Document document) {
        boolean turns =
                document.rosters().stream()
                        .anyMatch(roster ->
                                roster.name().equals(duty.roster())
                                        && roster.persons().contains(person));
        return Stream.of(
                        person.equals(duty.a()) || turns ? Holder.A : null,
                        person.equals(duty.b()) ? Holder.B : null)
                .filter(Objects::nonNull)
                .map(holder -> new Role(duty.role(), duty.unit(), holder));
    }

    private static @Nullable LocalDate day(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }
}
