package org.redress.escalation.changes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.Reached;

/** Who would be woken for what instead of whom, if one organisation took the other's place. */
final class WhoInstead {

    private static final int NAMED_UNITS = 20;

    /** From the instant until the other, the second persons are reached instead of the first. */
    private record Instead(
            String role, Instant from, Instant until, List<PersonId> whom, List<PersonId> who) {}

    private final Organisation before;
    private final Organisation after;
    private final Instant end;

    private WhoInstead(Organisation before, Organisation after, Instant end) {
        this.before = before;
        this.after = after;
        this.end = end;
    }

    /** In sentences, at these instants and until the end. */
    static List<Names> between(
            Organisation before, Organisation after, SortedSet<Instant> at, Instant end) {
        return new WhoInstead(before, after, end).tell(List.copyOf(at));
    }

    private List<Names> tell(List<Instant> at) {
        Map<Instead, List<UnitPath>> changes =
                Asked.in(after.document()).stream()
                        .flatMap(asked ->
                                changes(asked, at).stream()
                                        .map(change -> Map.entry(change, asked.unit())))
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey,
                                        LinkedHashMap::new,
                                        mapping(Map.Entry::getValue, toList())));
        return changes.entrySet().stream()
                .map(change -> sentence(change.getKey(), change.getValue()))
                .toList();
    }

    private List<Instead> changes(Asked asked, List<Instant> at) {
        List<Instead> found = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            Instant from = at.get(i);
            Instant until = i + 1 < at.size() ? at.get(i + 1) : end;
            List<PersonId> whom = reached(before, asked, from);
            List<PersonId> who = reached(after, asked, from);
            if (!whom.equals(who)) {
                boolean goesOn =
                        !found.isEmpty()
                                && found.getLast().until().equals(from)
                                && found.getLast().whom().equals(whom)
                                && found.getLast().who().equals(who);
                Instant since = goesOn ? found.removeLast().from() : from;
                found.add(new Instead(asked.target().as(), since, until, whom, who));
            }
        }
        return found;
    }

    private static List<PersonId> reached(Organisation organisation, Asked asked, Instant at) {
        return asked.reached(organisation, at).stream().map(Reached::person).toList();
    }

    private Names sentence(Instead change, List<UnitPath> units) {
        return new Names(
                "%s的 %s，自 %s %s：通知%s，而非%s。"
                        .formatted(
                                units(units, Names::zh, "、", "等"),
                                change.role(),
                                minute(change.from()),
                                change.until().equals(end) ? "起" : "至 " + minute(change.until()),
                                persons(change.who(), Names::zh, "、"),
                                persons(change.whom(), Names::zh, "、")),
                "As %s of %s, from %s %s: %s instead of %s."
                        .formatted(
                                change.role(),
                                units(units, Names::en, ", ", " and others"),
                                minute(change.from()),
                                change.until().equals(end)
                                        ? "on"
                                        : "until " + minute(change.until()),
                                persons(change.who(), Names::en, ", "),
                                persons(change.whom(), Names::en, ", ")));
    }

    private String units(
            List<UnitPath> units, Function<Names, String> language, String by, String more) {
        return units.stream()
                        .limit(NAMED_UNITS)
                        .map(unit -> language.apply(after.name(unit)))
                        .collect(joining(by))
                + (units.size() > NAMED_UNITS ? more : "");
    }

    private String persons(List<PersonId> persons, Function<Names, String> language, String by) {
        return persons.stream().map(person -> language.apply(name(person))).collect(joining(by));
    }

    /** Whoever is gone from the one is still in the other. */
    private Names name(PersonId person) {
        Names known = after.name(person);
        return known.en().equals(person.value()) ? before.name(person) : known;
    }

    private String minute(Instant at) {
        return Preview.minute(at, after.zone());
    }
}
