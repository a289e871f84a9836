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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cohandling.CoHandling;
import org.redress.escalation.cohandling.CoHandlings;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;

/** Another unit does its part of a case, and answers to the unit that has it (ES-02, ES-40). */
@Path("/api/v1/cases/{number}/co-handlings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class CoHandlingsResource {

    private final CaseDoor door;
    private final CoHandlings coHandlings;
    private final OrganisationStore organisation;
    private final Caller caller;

    CoHandlingsResource(
            CaseDoor door, CoHandlings coHandlings, OrganisationStore organisation, Caller caller) {
        this.door = door;
        this.coHandlings = coHandlings;
        this.organisation = organisation;
        this.caller = caller;
    }

    /** What becomes of a co-handling by a hand that may do it. */
    @FunctionalInterface
    private interface Verb {
        Outcome put(Handling handling, CoHandling found, Hand hand, Instant now);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "Another unit is asked to do its part",
            description =
                    "Its staff see the case until the lead has accepted or withdrawn what was asked for. The lead goes on answering for the case, and does not resolve it before.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(
            responseCode = "409",
            description = "The state of the case does not allow it, or the unit has been asked")
    public Response ask(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Request request) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    if (isPast(request.dueAt(), now)) {
                        return new Outcome.Unfit("dueAt", "must lie ahead");
                    }
                    return organisation
                            .current()
                            .unitNamed(request.unit())
                            .filter(unit -> !unit.equals(handling.ownerUnit()))
                            .map(unit ->
                                    handling.ask(
                                            CoHandling.request(
                                                    unit, hand.person(), now, request.dueAt()),
                                            request.words(),
                                            hand,
                                            now))
                            .orElseGet(() ->
                                    new Outcome.Unfit("unit", "must be another unit of ours"));
                });
    }

    @POST
    @Path("{coHandlingId}/receipt")
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "We have read what we are asked for")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such request")
    @APIResponse(responseCode = "409", description = "Nobody waits for an answer any more")
    public Response receive(
            @PathParam("number") String number,
            @PathParam("coHandlingId") UUID coHandlingId,
            @BeanParam Attempt attempt) {
        return asked(
                number,
                coHandlingId,
                attempt,
                "",
                (handling, found, hand, now) ->
                        handling.coHandle(
                                found.receive(hand.person(), now), null, hand.actor(), now));
    }

    @POST
    @Path("{coHandlingId}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "This is our answer to the lead")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such request")
    @APIResponse(responseCode = "409", description = "The unit has answered already")
    public Response answer(
            @PathParam("number") String number,
            @PathParam("coHandlingId") UUID coHandlingId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Report request) {
        return asked(
                number,
                coHandlingId,
                attempt,
                request,
                (handling, found, hand, now) ->
                        handling.coHandle(
                                found.answer(hand.person(), now),
                                request.answer(),
                                hand.actor(),
                                now));
    }

    @POST
    @Path("{coHandlingId}/acceptance")
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "The answer of the unit does")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such request")
    @APIResponse(responseCode = "409", description = "There is no answer to accept")
    public Response accept(
            @PathParam("number") String number,
            @PathParam("coHandlingId") UUID coHandlingId,
            @BeanParam Attempt attempt) {
        return led(
                number,
                coHandlingId,
                attempt,
                "",
                (handling, found, hand, now) -> handling.lead(found.accept(now), null, hand, now));
    }

    @POST
    @Path("{coHandlingId}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The answer of the unit does not do; another one is due",
            description = "Once only: the next answer is accepted, or nothing is wanted any more.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such request")
    @APIResponse(responseCode = "409", description = "There is no answer to return")
    public Response giveBack(
            @PathParam("number") String number,
            @PathParam("coHandlingId") UUID coHandlingId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Again request) {
        return led(
                number,
                coHandlingId,
                attempt,
                request,
                (handling, found, hand, now) ->
                        isPast(request.dueAt(), now)
                                ? new Outcome.Unfit("dueAt", "must lie ahead")
                                : handling.lead(
                                        found.giveBack(request.dueAt()),
                                        request.reason(),
                                        hand,
                                        now));
    }

    @POST
    @Path("{coHandlingId}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "Nothing is wanted of the unit any more")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "404", description = "The case has no such request")
    @APIResponse(responseCode = "409", description = "The answer was accepted")
    public Response withdraw(
            @PathParam("number") String number,
            @PathParam("coHandlingId") UUID coHandlingId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Work.Why request) {
        return led(
                number,
                coHandlingId,
                attempt,
                request,
                (handling, found, hand, now) ->
                        handling.lead(found.withdraw(now), request.reason(), hand, now));
    }

    private Response led(String number, UUID id, Attempt attempt, Object request, Verb verb) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> verb.put(handling, find(handling, id), hand, now));
    }

    private Response asked(String number, UUID id, Attempt attempt, Object request, Verb verb) {
        return door.changeAsked(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    CoHandling found = find(handling, id);
                    if (!caller.sees(found.unit().value())) {
                        throw Problem.of(Response.Status.FORBIDDEN, "Another unit was asked.")
                                .asException();
                    }
                    return verb.put(handling, found, hand, now);
                });
    }

    private CoHandling find(Handling handling, UUID id) {
        return coHandlings
                .find(handling.id(), id)
                .orElseThrow(() ->
                        Problem.of(Response.Status.NOT_FOUND, "There is no such request.")
                                .violation("coHandlingId", "is not known")
                                .asException());
    }

    private static boolean isPast(@Nullable Instant dueAt, Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }
}
