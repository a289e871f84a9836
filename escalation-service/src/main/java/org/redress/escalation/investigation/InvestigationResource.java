package org.redress.escalation.investigation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.handling.Attempt;
import org.redress.escalation.handling.CaseDoor;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.web.Problem;

/** What is found out about a case (ES-43), and what it comes to (IN-22, TR-22, TR-23). */
@Path("/api/v1/cases/{number}/investigation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Investigation", description = "What is found out about a case")
class InvestigationResource {

    private final CaseDoor door;
    private final Evidences evidences;
    private final Inquiries inquiries;
    private final InquiryDesk desk;
    private final OrganisationStore organisation;

    InvestigationResource(
            CaseDoor door,
            Evidences evidences,
            Inquiries inquiries,
            InquiryDesk desk,
            OrganisationStore organisation) {
        this.door = door;
        this.evidences = evidences;
        this.inquiries = inquiries;
        this.desk = desk;
        this.organisation = organisation;
    }

    /** All that was found and asked; findings and reasons stand in the journal. */
    @Schema(name = "Investigation")
    record Investigation(List<Evidence> evidence, List<Inquiry> requests) {}

    @GET
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(summary = "The evidence of a case, and what was asked about it, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "Without words once they were erased",
            content = @Content(schema = @Schema(implementation = Investigation.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no case with this number that you may see")
    public Response look(@PathParam("number") String number) {
        return door.show(number, of -> new Investigation(evidences.of(of), inquiries.of(of)));
    }

    @POST
    @Path("evidence")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "Something shows what happened, and is kept somewhere")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response add(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Findings.Piece request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    Outcome outcome = handling.find("EVIDENCE_ADDED", null, hand, now);
                    if (outcome instanceof Outcome.Done) {
                        evidences.add(
                                handling.id(),
                                new Evidence(
                                        UuidCreator.getTimeOrderedEpoch(),
                                        request.kind(),
                                        request.what(),
                                        request.kept(),
                                        request.digest(),
                                        hand.person(),
                                        now));
                    }
                    return outcome;
                });
    }

    @POST
    @Path("findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "Something was found out", description = "It stands in the journal.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response find(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Findings.Finding request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> handling.find("FINDING", request.finding(), hand, now));
    }

    @POST
    @Path("requests")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "A unit, or the customer, has to tell something first",
            description =
                    "RESOLUTION waits until all that was asked is answered (ES-43); what the customer was told binds all the same.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response ask(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Findings.Question request) {
        Optional<UnitPath> unit = organisation.current().unitNamed(request.unit());
        if (request.unit() != null && unit.isEmpty()) {
            return Problem.badField("unit", "is not known").asResponse();
        }
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> desk.ask(handling, unit.orElse(null), request, hand, now));
    }

    @POST
    @Path("requests/{requestId}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "What was asked has been answered",
            description = "After the last answer the clock goes on that the first question paused.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "Nothing like this was asked about the case")
    public Response answer(
            @PathParam("number") String number,
            @PathParam("requestId") UUID requestId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Findings.Reply request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        desk.answer(
                                handling,
                                inquiries.of(handling.id()).stream()
                                        .filter(asked -> asked.requestId().equals(requestId))
                                        .findFirst()
                                        .orElseThrow(InvestigationResource::unknown),
                                request.answer(),
                                hand,
                                now));
    }

    @POST
    @Path("verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "What is true, what of the demand is justified, and who answers for it",
            description =
                    "It may be changed while the case is worked on. A demand that is CONTRARY_TO_RULES may end without agreement at once, any other only in a later round (IN-22, TR-22, TR-23).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response verify(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Findings.Verification request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        handling.verify(request.verdict(), request.reason(), hand, now));
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "Nothing like this was asked.")
                .violation("requestId", "is not known")
                .asException();
    }
}
