package org.redress.escalation.duty;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.watch.Reachability.Tested;

/**
 * Everybody who has a duty, by unit and role, as it hangs on the wall of a command post (PL-09).
 * How each is reached is kept by notification under the person's id.
 */
public record ContactSheet(Instant at, long version, List<Line> lines) {

    /**
     * One duty of one unit.
     *
     * @param until when it passes on, a day or a minute
     */
    public record Line(
            String unit,
            Names unitName,
            String role,
            @Nullable Contact a,
            @Nullable String roster,
            List<Contact> turns,
            @Nullable Contact b,
            @Nullable String from,
            @Nullable String until) {

        public Line {
            turns = List.copyOf(turns);
        }
    }

    /**
     * A person to be called, and in which language.
     *
     * @param tested when it was tested last whether they can be reached, and whether they were
     */
    public record Contact(
            String personId,
            Names name,
            String unit,
            @Nullable String language,
            @Nullable String superior,
            @Nullable Tested tested) {}

    public ContactSheet {
        lines = List.copyOf(lines);
    }

    static ContactSheet of(Organisation organisation, Map<PersonId, Tested> tested, Instant at) {
        Document document = organisation.document();
        return new ContactSheet(
                at,
                organisation.version(),
                document.duties().stream()
                        .map(duty ->
                                new Line(
                                        duty.unit().value(),
                                        organisation.name(duty.unit()),
                                        duty.role(),
                                        contact(duty.a(), document, tested),
                                        duty.roster(),
                                        turns(duty, document, tested),
                                        contact(duty.b(), document, tested),
                                        Objects.toString(duty.from(), null),
                                        Objects.toString(duty.until(), null)))
                        .toList());
    }

    private static List<Contact> turns(Duty duty, Document document, Map<PersonId, Tested> tested) {
        return document.rosters().stream()
                .filter(roster -> roster.name().equals(duty.roster()))
                .flatMap(roster -> roster.persons().stream())
                .flatMap(person -> Stream.ofNullable(contact(person, document, tested)))
                .toList();
    }

    private static @Nullable Contact contact(
            @Nullable PersonId id, Document document, Map<PersonId, Tested> tested) {
        return document.persons().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .map(person ->
                        new Contact(
                                person.id().value(),
                                person.name(),
                                person.unit().value(),
                                person.language(),
                                person.superior() == null ? null : person.superior().value(),
                                tested.get(person.id())))
                .orElse(null);
    }
}
