package org.redress.escalation.organisation;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/** Who has which duty when, and who is reached for it (ES-14, ES-17). */
final class DutyPlan {

    private static final String UNIT_HEAD = "unit-head";

    private final UnitTree tree;
    private final Attendance attendance;
    private final Map<UnitPath, List<Duty>> duties;
    private final Map<String, Roster> rosters;
    private final ZoneId zone;

    DutyPlan(Document document, UnitTree tree, Attendance attendance, ZoneId zone) {
        this.tree = tree;
        this.attendance = attendance;
        this.duties = document.duties().stream().collect(groupingBy(Duty::unit));
        this.rosters =
                document.rosters().stream()
                        .collect(toMap(Roster::name, identity(), (first, _) -> first));
        this.zone = zone;
    }

    List<Reached> reach(String role, UnitPath unit, Instant at, String watch) {
        List<Reached> there =
                duty(role, unit, at).map(duty -> present(duty, at, List.of())).orElse(List.of());
        return there.isEmpty() ? instead(role, unit, at, watch) : there;
    }

    /** Who is there for a person or for who has the turn; or else the head of the unit. */
    List<Reached> byName(Target target, UnitPath unit, Instant at, String watch) {
        Optional<PersonId> named =
                target.person() == null
                        ? Optional.ofNullable(rosters.get(target.roster()))
                                .flatMap(roster -> roster.turn(at, zone))
                        : Optional.of(target.person());
        Attendance.@Nullable Stand stand =
                named.map(person -> attendance.inPlaceOf(person, at)).orElse(null);
        return stand == null || stand.person() == null
                ? reach(UNIT_HEAD, unit, at, watch)
                : List.of(new Reached(stand.person(), Holder.A, target.as(), unit, stand.why()));
    }

    private List<Reached> instead(String role, UnitPath unit, Instant at, String watch) {
        List<Names> nobody =
                List.of(
                        new Names(
                                tree.name(unit).zh() + "的 " + role + " 无人在岗。",
                                "Nobody is there as %s of %s."
                                        .formatted(role, tree.name(unit).en())));
        Stream<Duty> heads = tree.upwards(unit).flatMap(place -> own(UNIT_HEAD, place, at));
        return Stream.concat(heads, duty(watch, tree.root(), at).stream())
                .map(duty -> present(duty, at, nobody))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> List.of(theLastOne(watch)));
    }

    /** Nobody is there at all; a call that may be heard is better than none. */
    private Reached theLastOne(String role) {
        Duty watch = ofRole(role, tree.root()).findFirst().orElseThrow();
        PersonId person =
                watch.roster() == null
                        ? requireNonNull(watch.a())
                        : rosters.get(watch.roster()).persons().getFirst();
        Names why =
                new Names(
                        "无人在岗，仍通知%s。".formatted(attendance.name(person).zh()),
                        "Nobody is there at all; %s is called all the same."
                                .formatted(attendance.name(person).en()));
        return new Reached(person, Holder.A, watch.role(), watch.unit(), List.of(why));
    }

    private List<Reached> present(Duty duty, Instant at, List<Names> before) {
        List<Reached> found = new ArrayList<>();
        List<Names> told = new ArrayList<>(before);
        for (Holder holder : Holder.values()) {
            Optional<PersonId> named = named(duty, holder, at);
            if (named.isPresent()) {
                told.add(holds(named.get(), duty, holder));
                Attendance.Stand stand = attendance.inPlaceOf(named.get(), at);
                told.addAll(stand.why());
                PersonId person = stand.person();
                if (person != null) {
                    if (found.stream().noneMatch(other -> other.person().equals(person))) {
                        found.add(new Reached(person, holder, duty.role(), duty.unit(), told));
                    }
                    told = new ArrayList<>(before);
                }
            }
        }
        return found;
    }

    private Optional<PersonId> named(Duty duty, Holder holder, Instant at) {
        return switch (holder) {
            case A ->
                    duty.roster() == null
                            ? Optional.ofNullable(duty.a())
                            : rosters.get(duty.roster()).turn(at, zone);
            case B -> Optional.ofNullable(duty.b());
        };
    }

    private Names holds(PersonId person, Duty duty, Holder holder) {
        boolean turn = holder == Holder.A && duty.roster() != null;
        return new Names(
                "%s是%s的 %s（%s 角%s）。"
                        .formatted(
                                attendance.name(person).zh(),
                                tree.name(duty.unit()).zh(),
                                duty.role(),
                                holder,
                                turn ? "，" + duty.roster() + " 轮值" : ""),
                "%s is %s of %s (%s%s)."
                        .formatted(
                                attendance.name(person).en(),
                                duty.role(),
                                tree.name(duty.unit()).en(),
                                holder,
                                turn ? ", by turns of " + duty.roster() : ""));
    }

    /**
     * The role's duty in the unit, or in the nearest unit above it that has one at that instant.
     */
    Optional<Duty> duty(String role, UnitPath unit, Instant at) {
        return tree.upwards(unit).flatMap(place -> own(role, place, at)).findFirst();
    }

    /** Whether the role has a duty in the unit or above it, at whatever time. */
    boolean has(String role, UnitPath unit) {
        return ofRole(role, unit).findAny().isPresent();
    }

    private Stream<Duty> ofRole(String role, UnitPath unit) {
        return tree.upwards(unit)
                .flatMap(place -> duties.getOrDefault(place, List.of()).stream())
                .filter(duty -> duty.role().equals(role));
    }

    /** Whether somebody who has the duty is there. */
    boolean isHeld(String role, UnitPath unit, Instant at) {
        return duty(role, unit, at)
                .map(duty -> present(duty, at, List.of()))
                .filter(there -> !there.isEmpty())
                .isPresent();
    }

    private Stream<Duty> own(String role, UnitPath place, Instant at) {
        return duties.getOrDefault(place, List.of()).stream()
                .filter(duty -> duty.role().equals(role) && duty.validity().holds(at, zone));
    }

    SortedSet<Instant> edges(Instant from, Instant until) {
        Stream<Instant> told =
                Stream.concat(
                        attendance.edges(),
                        duties.values().stream()
                                .flatMap(List::stream)
                                .flatMap(duty -> duty.validity().edges(zone)));
        Stream<Instant> turns =
                rosters.values().stream().flatMap(roster -> roster.edges(from, until, zone));
        return Stream.concat(told, turns)
                .filter(at -> at.isAfter(from) && at.isBefore(until))
                .collect(toCollection(() -> new TreeSet<>(Set.of(from))));
    }
}
