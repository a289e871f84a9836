package org.redress.escalation.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        var roles = roles(document);
        Stream.concat(
                        document.units().stream().map(unit -> of(unit, document)),
                        document.persons().stream()
                                .map(person ->
                                        of(person, roles.getOrDefault(person.id(), Set.of()))))
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

    private static PublishedOrganisation of(Document.Person person, Set<Role> roles) {
        return new Person(
                person.id(),
                person.name(),
                person.unit(),
                person.language(),
                List.copyOf(roles),
                day(person.from()),
                day(person.until()),
                true);
    }

    /** The duties that name each person, by turns or always. */
    private static Map<PersonId, Set<Role>> roles(Document document) {
        var roles = new HashMap<PersonId, Set<Role>>();
        for (var duty : document.duties()) {
            var turns =
                    document.rosters().stream()
                            .filter(roster -> roster.name().equals(duty.roster()))
                            .flatMap(roster -> roster.persons().stream());
            Stream.concat(Stream.ofNullable(duty.a()), turns)
                    .forEach(person -> add(roles, person, duty, Holder.A));
            Stream.ofNullable(duty.b()).forEach(person -> add(roles, person, duty, Holder.B));
        }
        return roles;
    }

    private static void add(
            Map<PersonId, Set<Role>> roles, PersonId person, Duty duty, Holder holder) {
        roles.computeIfAbsent(person, _ -> new LinkedHashSet<>())
                .add(new Role(duty.role(), duty.unit(), holder));
    }

    private static @Nullable LocalDate day(@Nullable Moment moment) {
        return moment == null ? null : moment.day();
    }
}
