package org.redress.escalation.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.cases.Milestone;
import org.redress.escalation.organisation.OrganisationStore;

/** One case at work, over HTTP: look at it, accept it, say what was done, resolve it. */
@Path("/api/v1/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling", description = "The work on a case, its clocks and its escalations")
class HandlingResource {

    private final OrganisationStore organisation;
    private static final String EXAMPLE =
            """
            {"caseNumber": "C-20261121-000420", "caseId": "01a1fcb2-b09a-7107-a80e-369372f74d9d", "mode": "REAL",
             "status": "IN_PROGRESS", "round": 1, "tier": "T2", "ownerUnit": "hq/quality", "handler": "he.jing",
             "caseClass": "EMERGENCY", "category": "PRODUCT_SAFETY", "severity": "CRITICAL", "responseLevel": "III",
             "priority": "P1", "openedAt": "2026-11-21T06:02:10.904Z", "changedAt": "2026-11-21T06:15:02.044Z",
             "clocks": [{"clockId": "01a1fcb2-b09a-7f7d-8bf5-040cf0406911", "round": 1, "clock": "FIRST_RESPONSE",
                         "calendar": "24x7", "startedAt": "2026-11-21T06:02:11.560Z",
                         "warnAt": "2026-11-21T06:26:11.560Z", "dueAt": "2026-11-21T06:32:11.560Z",
                         "promisedAt": "2026-11-21T08:02:00Z", "binds": "RULE", "state": "RUNNING"}],
             "escalations": [], "journal": []}
            """;

    private final CaseDoor door;
    private final HandlingDesk desk;

    HandlingResource(CaseDoor door, HandlingDesk desk, OrganisationStore organisation) {
        this.organisation = organisation;
        this.door = door;
        this.desk = desk;
    }

    @GET
    @Path("handling")
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(summary = "How a case stands: status, owner, clocks, escalations, journal")
    @APIResponse(
            responseCode = "200",
            description = "The handling; the ETag goes into If-Match of what you do next",
            content =
                    @Content(
                            schema = @Schema(implementation = HandlingView.class),
                            examples = @ExampleObject(name = "in progress", value = EXAMPLE)))
    @APIResponse(
            responseCode = "404",
            description = "There is none with this number that you may see")
    public Response get(@PathParam("number") String number) {
        return door.look(number);
    }

    @POST
    @Path("acceptance")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "I take the case",
            description = "From then on you answer for it; stops UNIT_RECEIPT.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response accept(@PathParam("number") String number, @BeanParam Attempt attempt) {
        return door.change(number, attempt, "", Handling::accept);
    }

    @POST
    @Path("progress")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "What was done, or what the customer was told first")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response progress(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Progress progress) {
        return door.change(
                number,
                attempt,
                progress,
                (handling, hand, now) ->
                        switch (progress.kind()) {
                            case NOTE -> handling.note(progress.note(), hand, now);
                            case FIRST_RESPONSE -> handling.respond(progress.note(), hand, now);
                        });
    }

    @POST
    @Path("resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The answer to the customer, who gets it as it is",
            description =
                    "409 where a plan has to be approved first: one that was proposed, or that the organisation asks for (ES-27).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response resolve(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Resolution resolution) {
        return door.change(
                number,
                attempt,
                resolution,
                (handling, hand, now) ->
                        handling.withoutPlan(asksForPlan(handling))
                                .orElseGet(() ->
                                        handling.resolve(resolution.resolution(), hand, now)));
    }

    @POST
    @Path("reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(
            summary = "The case has to be worked on again",
            description =
                    "Another round, one tier up, new clocks; the unit head is reached (IN-20, IN-35).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response reopen(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Reopening reopening) {
        return door.changeBy(
                number,
                attempt,
                reopening,
                handling -> desk.reopen(handling, reopening.reason(), door.hand()));
    }

    @PUT
    @Path("promises/{milestone}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(
            summary = "The customer hears from us by another time",
            description =
                    "For a manager who does not handle the case. The customer gets the time and the reason, as it is, by mail; the clock is due no later (IN-11).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(
            responseCode = "409",
            description =
                    "You handle the case, or it is over, or nothing was promised that is still to come")
    public Response promise(
            @PathParam("number") String number,
            @PathParam("milestone") Milestone milestone,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.NewPromise promise) {
        return door.change(
                number,
                attempt,
                promise,
                (handling, hand, now) ->
                        handling.promise(milestone, promise.dueAt(), promise.reason(), hand, now));
    }

    private boolean asksForPlan(Handling handling) {
        return handling.status() == Status.IN_PROGRESS
                && organisation
                        .current()
                        .asksForPlan(handling.facts().tier(), handling.judged().severity());
    }
}
