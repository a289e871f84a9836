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
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.handling.HandlingEvent.Directed.Step;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;

/** Somebody above wants a case to be settled in time, and hears of it (ES-44). */
@Path("/api/v1/cases/{number}/directives")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class DirectivesResource {

    private final CaseDoor door;
    private final Directives directives;
    private final Caller caller;

    DirectivesResource(CaseDoor door, Directives directives, Caller caller) {
        this.door = door;
        this.directives = directives;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"manager", "commander"})
    @Operation(
            summary = "The unit has to settle the case in time, and to answer",
            description = "For whoever sees the unit above; SUPERVISE_FROM_ABOVE for commanders.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response issue(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Direction request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    mayDirect(handling.ownerUnit(), request.kind());
                    return request.dueAt().isAfter(now)
                            ? handling.direct(
                                    Directive.issue(
                                            request.kind(),
                                            handling.ownerUnit(),
                                            hand.person(),
                                            now,
                                            request.dueAt()),
                                    Step.ISSUED,
                                    request.words(),
                                    hand,
                                    now)
                            : new Outcome.Unfit("dueAt", "must lie ahead");
                });
    }

    private void mayDirect(UnitPath unit, Directive.Kind kind) {
        UnitPath above = unit.parent().orElse(unit);
        if (!caller.sees(above.value())) {
            throw Problem.of(Response.Status.FORBIDDEN, "Directives come from the unit above.")
                    .asException();
        }
        if (kind == Directive.Kind.SUPERVISE_FROM_ABOVE && !caller.has("commander")) {
            throw Problem.badField("kind", "is for commanders").asException();
        }
    }

    @POST
    @Path("{directiveId}/receipt")
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "We have read the directive")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such directive")
    public Response receive(
            @PathParam("number") String number,
            @PathParam("directiveId") UUID directiveId,
            @BeanParam Attempt attempt) {
        return sign(number, directiveId, attempt, "", Step.RECEIVED, null, Directive::receivedAt);
    }

    @POST
    @Path("{directiveId}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "What we have done about the directive")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such directive")
    public Response answer(
            @PathParam("number") String number,
            @PathParam("directiveId") UUID directiveId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Report request) {
        return sign(
                number,
                directiveId,
                attempt,
                request,
                Step.ANSWERED,
                request.answer(),
                Directive::answeredAt);
    }

    private Response sign(
            String number,
            UUID directiveId,
            Attempt attempt,
            Object request,
            Step step,
            @Nullable String words,
            Function<Directive, @Nullable Instant> before) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    Directive directive =
                            directives
                                    .find(handling.id(), directiveId)
                                    .orElseThrow(DirectivesResource::unknown);
                    return before.apply(directive) == null
                            ? handling.direct(directive, step, words, hand, now)
                            : new Outcome.Unchanged();
                });
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such directive.")
                .violation("directiveId", "is not known")
                .asException();
    }
}
