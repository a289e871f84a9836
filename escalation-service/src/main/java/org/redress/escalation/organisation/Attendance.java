package org.redress.escalation.organisation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/** Who is there, and who stands in for those who are not (ES-17). */
final class Attendance {

    private final Map<PersonId, Document.Person> persons;
    private final Map<PersonId, List<Absence>> absences;
    private final ZoneId zone;

    /**
     * Who is there in somebody's place.
     *
     * @param person themselves, or a deputy; nobody if null
     * @param why how it came to them; nothing if they are there themselves
     */
    record Stand(@Nullable PersonId person, List<Names> why) {}

    Attendance(Document document, ZoneId zone) {
        this.persons =
                document.persons().stream()
                        .collect(
                                toMap(
                                        Document.Person::id,
                                        Function.identity(),
                                        (first, _) -> first));
        this.absences = document.absences().stream().collect(groupingBy(Absence::person));
        this.zone = zone;
    }

    /** The person, or their deputy, or the deputy's deputy, until somebody is there. */
    Stand inPlaceOf(PersonId person, Instant at) {
        Set<PersonId> seen = new HashSet<>();
        List<Names> why = new ArrayList<>();
        PersonId next = person;
        while (next != null && seen.add(next)) {
            PersonId now = next;
            if (!isEmployed(now, at)) {
                why.add(say(now, "%s不在职。", "%s is not employed."));
                return new Stand(null, why);
            }
            Optional<Absence> away = absence(now, at);
            if (away.isEmpty()) {
                if (!now.equals(person)) {
                    why.add(say(now, "由%s代理。", "%s stands in."));
                }
                return new Stand(now, why);
            }
            why.add(
                    say(
                            now,
                            "%s不在，至 " + away.get().until() + "。",
                            "%s is away until " + away.get().until() + "."));
            next = away.get().deputy();
        }
        return new Stand(null, why);
    }

    boolean isEmployed(PersonId person, Instant at) {
        return persons.containsKey(person) && persons.get(person).validity().holds(at, zone);
    }

    private Optional<Absence> absence(PersonId person, Instant at) {
        return absences.getOrDefault(person, List.of()).stream()
                .filter(absence -> absence.validity().holds(at, zone))
                .findFirst();
    }

    Names name(PersonId person) {
        Document.Person known = persons.get(person);
        return known == null ? new Names(person.value(), person.value()) : known.name();
    }

    private Names say(PersonId person, String zh, String en) {
        return new Names(zh.formatted(name(person).zh()), en.formatted(name(person).en()));
    }

    /** When somebody comes or goes. */
    Stream<Instant> edges() {
        return Stream.concat(
                        persons.values().stream().map(Document.Person::validity),
                        absences.values().stream().flatMap(List::stream).map(Absence::validity))
                .flatMap(validity -> validity.edges(zone));
    }
}
