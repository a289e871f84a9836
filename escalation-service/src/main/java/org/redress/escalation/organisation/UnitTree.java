package org.redress.escalation.organisation;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.escalation.cases.UnitPath;

/** The units and what stands above what. */
final class UnitTree {

    private final UnitPath reception;
    private final Map<UnitPath, Names> names;
    private final Map<UnitPath, String> calendars;

    UnitTree(Document document) {
        this.reception = document.reception();
        this.names =
                document.units().stream()
                        .filter(unit -> unit.name() != null)
                        .collect(
                                toMap(
                                        Document.Unit::path,
                                        Document.Unit::name,
                                        (first, _) -> first));
        this.calendars =
                document.units().stream()
                        .filter(unit -> unit.calendar() != null)
                        .collect(
                                toMap(
                                        Document.Unit::path,
                                        Document.Unit::calendar,
                                        (first, _) -> first));
    }

    /** The calendar of the unit, or of the nearest unit above that has one. */
    Optional<String> calendar(UnitPath unit) {
        return upwards(unit).map(calendars::get).filter(Objects::nonNull).findFirst();
    }

    Set<UnitPath> all() {
        return names.keySet();
    }

    Names name(UnitPath unit) {
        return names.getOrDefault(unit, new Names(unit.value(), unit.value()));
    }

    UnitPath root() {
        return reception.upwards().reduce((_, above) -> above).orElseThrow();
    }

    /**
     * The unit and those above it. Where it has left the organisation with all of them, the
     * reception stands in for it.
     */
    Stream<UnitPath> upwards(UnitPath unit) {
        return unit.upwards().anyMatch(names::containsKey) ? unit.upwards() : reception.upwards();
    }
}
