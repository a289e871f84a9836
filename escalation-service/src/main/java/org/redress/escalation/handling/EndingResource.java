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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.cases.CaseNumber;

/** A case ends by what a handler says; by what the customer says it ends at intake. */
@Path("/api/v1/cases/{number}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class EndingResource {

    private final CaseDoor door;
    private final Journal journal;
    private final int notAgreedFromRound;

    EndingResource(
            CaseDoor door,
            Journal journal,
            @ConfigProperty(name = "redress.not-agreed-from-round") int notAgreedFromRound) {
        this.door = door;
        this.journal = journal;
        this.notAgreedFromRound = notAgreedFromRound;
    }

    @POST
    @Path("answer")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The inquiry is answered, or the suggestion adopted or not",
            description = "The customer gets the answer as it is (IN-15).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response answer(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Answer request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        handling.answer(request.answer(), request.adopted(), hand, now));
    }

    @POST
    @Path("non-agreement")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The customer will not agree; I propose to close the case",
            description =
                    "From the second round on, or where the demand is contrary to the rules. What is written is told to the customer once a manager has approved (IN-21).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response proposeNotAgreed(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.NonAgreement request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        handling.proposeNotAgreed(
                                request.words(),
                                request.contrary(),
                                notAgreedFromRound,
                                hand,
                                now));
    }

    @POST
    @Path("non-agreement/approval")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("manager")
    @Operation(
            summary = "The case may be closed without agreement",
            description = "For a manager who neither handles the case nor proposed it.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response approveNotAgreed(
            @PathParam("number") String number, @BeanParam Attempt attempt) {
        return door.change(
                number,
                attempt,
                "",
                (handling, hand, now) ->
                        handling.approveNotAgreed(journal.proposedEnd(handling.id()), hand, now));
    }

    @POST
    @Path("non-agreement/refusal")
    @RolesAllowed("manager")
    @Operation(summary = "More has to be tried before the case may be closed")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response refuseNotAgreed(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> handling.refuseNotAgreed(request.reason(), hand, now));
    }

    @POST
    @Path("duplicate")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "Everything is done in another case",
            description = "One that you may see, and that is no duplicate itself.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response duplicate(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Duplicate request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        isOriginal(request.of(), number)
                                ? handling.duplicate(
                                        new CaseNumber(request.of()), request.words(), hand, now)
                                : new Outcome.Unfit(
                                        "of",
                                        "must be another case that you may see, and no duplicate itself"));
    }

    private boolean isOriginal(String of, String number) {
        return CaseNumber.isGenuine(of)
                && !of.equals(number)
                && door.find(new CaseNumber(of))
                        .filter(other -> other.closedAs() != ClosedAs.DUPLICATE)
                        .isPresent();
    }
}
