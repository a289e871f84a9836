package org.redress.escalation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Duty;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.web.Caller;

/**
 * Who may change what: managers of a unit, and of those above it, the absences of its persons and
 * the overrides of its rosters; the administrator everything.
 */
@ApplicationScoped
class Rights {

    private final OrganisationStore store;
    private final Caller caller;

    Rights(OrganisationStore store, Caller caller) {
        this.store = store;
        this.caller = caller;
    }

    boolean mayChange(Place place) {
        if (caller.has("admin")) {
            return true;
        }
        List<UnitPath> concerned = concerned(place, store.current().document());
        return !concerned.isEmpty()
                && concerned.stream().allMatch(unit -> caller.sees(unit.value()));
    }

    private static List<UnitPath> concerned(Place place, Document document) {
        Place roster = place.within();
        if (roster != null) {
            return document.duties().stream()
                    .filter(duty -> Objects.equals(roster.key().get("name"), duty.roster()))
                    .map(Duty::unit)
                    .toList();
        }
        return place.list().equals("absences")
                ? document.persons().stream()
                        .filter(person -> person.id().value().equals(place.key().get("person")))
                        .map(Document.Person::unit)
                        .toList()
                : List.of();
    }
}
