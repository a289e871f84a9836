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

/** How a case is to be settled, and a manager's word on it (ES-27). */
@Path("/api/v1/cases/{number}/plan")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class PlanResource {

    private final CaseDoor door;

    PlanResource(CaseDoor door) {
        this.door = door;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "I propose to settle the case like this",
            description =
                    "It stands in the journal; the case is not resolved before a manager has approved it.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response propose(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.HandlingPlan request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        handling.plan(request.plan(), request.deviates(), hand, now));
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("manager")
    @Operation(
            summary = "The case may be settled like this",
            description = "For a manager who neither handles the case nor proposed the plan.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response approve(@PathParam("number") String number, @BeanParam Attempt attempt) {
        return door.change(number, attempt, "", Handling::approvePlan);
    }

    @POST
    @Path("refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(summary = "The case has to be settled in another way")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response refuse(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> handling.refusePlan(request.reason(), hand, now));
    }
}
