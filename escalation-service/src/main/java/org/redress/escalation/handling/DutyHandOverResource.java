package org.redress.escalation.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.Reached;
import org.redress.escalation.paging.Escalation;
import org.redress.escalation.paging.EscalationView;
import org.redress.escalation.paging.EscalationViews;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;
import org.redress.platform.web.UnitPaths;
import org.redress.platform.web.UnitScope;

/** What is open for whoever takes over a duty (ES-17). */
@Path("/api/v1/duty/hand-over")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Duties")
class DutyHandOverResource {

    private static final int SHOWN = 50;
    private static final Duration FORESIGHT = Duration.ofDays(90);

    private final OrganisationStore store;
    private final EscalationViews escalations;
    private final WorkLists lists;
    private final Caller caller;
    private final Clock clock;

    DutyHandOverResource(
            OrganisationStore store,
            EscalationViews escalations,
            WorkLists lists,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.escalations = escalations;
        this.lists = lists;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a duty hands over.
     *
     * @param now who is reached for it
     * @param passesAt when somebody else is, if that is within ninety days
     * @param then who is then
     * @param escalations those of the unit and below that nobody has answered, the newest first
     * @param cases the open ones of the same, in the order of work
     */
    record DutyHandOver(
            String role,
            String unit,
            List<PersonId> now,
            @Nullable Instant passesAt,
            List<PersonId> then,
            List<EscalationView> escalations,
            List<HandlingView.Summary> cases) {}

    @GET
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(
            summary = "What is open for whoever takes over a duty",
            description =
                    "At most fifty of each kind; the lists of cases and escalations have them all.")
    @APIResponse(responseCode = "200", description = "Whose turn is next, and what is open")
    @APIResponse(responseCode = "400", description = "There is no such duty that you may see")
    public DutyHandOver of(
            @Parameter(example = "duty-officer") @QueryParam("role") @Nullable String role,
            @Parameter(example = "hq/quality") @QueryParam("unit") @Nullable String unit) {
        Organisation organisation = store.current();
        UnitPath ours =
                organisation
                        .unitNamed(unit)
                        .filter(path -> caller.sees(path.value()))
                        .orElseThrow(() -> Problem.badField("unit", "is not known").asException());
        String known =
                organisation.document().duties().stream()
                        .map(duty -> duty.role())
                        .filter(name -> name.equals(role))
                        .findFirst()
                        .orElseThrow(() -> Problem.badField("role", "is not known").asException());
        Instant at = clock.instant();
        List<PersonId> now = reached(organisation, known, ours, at);
        Instant passesAt =
                organisation.edges(at, at.plus(FORESIGHT)).stream()
                        .filter(edge -> !reached(organisation, known, ours, edge).equals(now))
                        .findFirst()
                        .orElse(null);
        return new DutyHandOver(
                known,
                ours.value(),
                now,
                passesAt,
                passesAt == null ? List.of() : reached(organisation, known, ours, passesAt),
                unanswered(ours),
                lists.list(
                        WorkList.UNIT,
                        path -> UnitPaths.isWithin(path, ours.value()),
                        new PersonId(caller.personId()),
                        WorkLists.After.NOTHING,
                        SHOWN));
    }

    private static List<PersonId> reached(
            Organisation organisation, String role, UnitPath unit, Instant at) {
        return organisation.reach(role, unit, at).stream().map(Reached::person).toList();
    }

    private List<EscalationView> unanswered(UnitPath unit) {
        var scope = UnitScope.of(List.of(unit.value()));
        return Stream.of(Escalation.State.RUNNING, Escalation.State.EXHAUSTED)
                .flatMap(state ->
                        escalations
                                .list(scope, state, EscalationViews.After.of(null), SHOWN)
                                .stream())
                .limit(SHOWN)
                .toList();
    }
}
