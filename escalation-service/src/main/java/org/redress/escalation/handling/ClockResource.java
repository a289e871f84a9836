package org.redress.escalation.handling;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.clocks.Answer;
import org.redress.escalation.clocks.ClockView;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.clocks.ledger.Sentence;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ProblemLanguage;

/** One clock of a case, over HTTP: pause it, let it go on, give it more time, ask why it is due. */
@Path("/api/v1/clocks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Clocks", description = "When something is due, and why")
class ClockResource {

    private final CaseDoor door;
    private final Clocks clocks;
    private final Caller caller;

    ClockResource(CaseDoor door, Clocks clocks, Caller caller) {
        this.door = door;
        this.clocks = clocks;
        this.caller = caller;
    }

    /** A command to the clock, by a hand that may give it. */
    @FunctionalInterface
    private interface Command {
        Answer put(Hand hand, Instant now);
    }

    @POST
    @Path("pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The clock waits for the customer, for information or for an approval",
            description =
                    "Nothing counts until it is resumed; what the customer was told binds all the same (ES-43).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The clock is paused, due or over already")
    public Response pause(
            @PathParam("id") UUID id,
            @BeanParam Attempt attempt,
            @NotNull @Valid ClockWork.Pausing request) {
        return change(
                id,
                attempt,
                request,
                (hand, now) ->
                        clocks.pause(id, request.reason(), request.note(), hand.actor(), now));
    }

    @POST
    @Path("resume")
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "What the clock waited for has come; time counts again")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The clock is not paused")
    public Response resume(@PathParam("id") UUID id, @BeanParam Attempt attempt) {
        return change(id, attempt, "", (hand, now) -> clocks.resume(id, hand.actor(), now));
    }

    @POST
    @Path("extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(
            summary = "It may take longer than the rule says",
            description =
                    "Before it is due only, and by time of its calendar. What the customer was told binds all the same: it is changed by a promise.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The clock is due or over already")
    public Response extend(
            @PathParam("id") UUID id,
            @BeanParam Attempt attempt,
            @NotNull @Valid ClockWork.Extension request) {
        return change(
                id,
                attempt,
                request,
                (hand, now) ->
                        clocks.extend(id, request.by(), request.reason(), hand.actor(), now));
    }

    private Response change(UUID id, Attempt attempt, Object request, Command command) {
        return clocks.caseOf(id)
                .map(of ->
                        door.change(
                                of.number().value(),
                                attempt,
                                request,
                                (handling, hand, now) ->
                                        handling.time(hand, now, () -> command.put(hand, now))))
                .orElseGet(ClockResource::unknown);
    }

    /** When a clock is due and how that came about. */
    @Schema(name = "ClockExplanation")
    record Explanation(ClockView clock, List<String> sentences) {}

    @GET
    @Path("explanation")
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(summary = "How it came about when the clock is due, in sentences (zh or en)")
    @APIResponse(
            responseCode = "200",
            description = "In the order in which things happened",
            content = @Content(schema = @Schema(implementation = Explanation.class)))
    @APIResponse(responseCode = "404", description = "There is none with this id that you may see")
    public Response explain(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        boolean chinese =
                ProblemLanguage.prefersChinese(
                        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return clocks.explain(id)
                .filter(explained -> caller.sees(explained.unit().value()))
                .map(explained ->
                        Response.ok(
                                        new Explanation(
                                                explained.clock(),
                                                explained.sentences().stream()
                                                        .map(chinese ? Sentence::zh : Sentence::en)
                                                        .toList()))
                                .language(ProblemLanguage.tag(chinese))
                                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                                .build())
                .orElseGet(ClockResource::unknown);
    }

    private static Response unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such clock.")
                .violation("id", "is not known")
                .asResponse();
    }
}
