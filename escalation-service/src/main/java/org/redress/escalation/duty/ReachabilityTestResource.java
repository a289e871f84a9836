package org.redress.escalation.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.watch.TestPage;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;

/** Everybody of a unit is asked whether they can be reached (PL-09). */
@Path("/api/v1/organisation/reachability-tests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Duties")
class ReachabilityTestResource {

    private final OrganisationStore store;
    private final WatchDesk watch;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    ReachabilityTestResource(
            OrganisationStore store,
            WatchDesk watch,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.watch = watch;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whose persons are asked. */
    @Schema(name = "ReachabilityTest")
    record Test(@NotNull @Schema(examples = "hq/quality") String unit) {}

    /** Who is asked, and until when they may answer. */
    @Schema(name = "ReachabilityTested")
    record Asked(String unit, List<PersonId> persons, Instant answerBy) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "Can everybody of the unit be reached?",
            description =
                    "Each gets a page, as an exercise, that asks for nothing but an answer; the"
                            + " contact sheet shows who gave it.")
    @APIResponse(
            responseCode = "200",
            description = "Who is asked",
            content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(responseCode = "400", description = "There is no such unit that you may see")
    public Response test(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Test request) {
        UnitPath unit =
                store.current()
                        .unitNamed(request.unit())
                        .filter(ours -> caller.has("admin") || caller.sees(ours.value()))
                        .orElseThrow(() -> Problem.badField("unit", "is not known").asException());
        Instant now = clock.instant();
        List<PersonId> persons =
                store.current().document().persons().stream()
                        .filter(person -> person.unit().equals(unit))
                        .map(Document.Person::id)
                        .filter(person -> store.current().isColleague(person, unit, now))
                        .toList();
        return idempotency.once(
                key,
                request,
                () -> {
                    watch.test(unit, persons);
                    return Response.ok(new Asked(unit.value(), persons, now.plus(TestPage.TIME)))
                            .build();
                });
    }
}
