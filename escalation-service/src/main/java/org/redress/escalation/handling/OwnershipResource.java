package org.redress.escalation.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.OrganisationStore;

/** A case goes from hand to hand: always one unit's, and one person's or nobody's (ES-01). */
@Path("/api/v1/cases/{number}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class OwnershipResource {

    private final CaseDoor door;
    private final OrganisationStore organisation;

    OwnershipResource(CaseDoor door, OrganisationStore organisation) {
        this.door = door;
        this.organisation = organisation;
    }

    @POST
    @Path("hand-over")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "A colleague answers for the case from now on",
            description = "Somebody who works in its unit or above it. They need not accept it.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response handOver(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.HandOver request) {
        PersonId to = new PersonId(request.to());
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        organisation.current().isColleague(to, handling.ownerUnit(), now)
                                ? handling.handOver(to, request.note(), hand, now)
                                : new Outcome.Unfit(
                                        "to", "must be a person of the unit or of one above it"));
    }

    @POST
    @Path("take-over")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("manager")
    @Operation(summary = "I answer for the case from now on, whoever did")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response takeOver(@PathParam("number") String number, @BeanParam Attempt attempt) {
        return door.change(number, attempt, "", Handling::takeOver);
    }

    @POST
    @Path("return")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The case is not ours",
            description = "The reception has it until triage has judged anew.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response giveBack(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        handling.giveBack(
                                request.reason(), organisation.current().reception(), hand, now));
    }

    @POST
    @Path("referral")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The case exceeds my authority",
            description = "The unit above has it, one tier up (ES-04).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response refer(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> handling.refer(request.reason(), hand, now));
    }

    @POST
    @Path("recusal")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The case concerns me, or somebody for whom I manage",
            description = "Whom it concerns can neither accept the case nor be handed it.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response recuse(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Recusal request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    PersonId person =
                            request.person() == null
                                    ? hand.person()
                                    : new PersonId(request.person());
                    return person.equals(hand.person()) || hand.manages()
                            ? handling.recuse(person, request.reason(), hand, now)
                            : new Outcome.Unfit("person", "is somebody else: ask a manager");
                });
    }

    @POST
    @Path("escalation")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "Somebody has to be reached now",
            description =
                    "The next of the escalation that runs, without waiting; or one begins, by the"
                            + " policy for BY_HAND or else for broken clocks.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response escalate(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> handling.escalate(request.reason(), hand, now));
    }
}
