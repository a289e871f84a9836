package org.redress.escalation.paging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.text.PlainText;

/** What people do to an escalation besides acknowledging it. */
@Path("/api/v1/escalations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Escalations")
class EscalationVerbsResource {

    private final EscalationViews views;
    private final PagingDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    EscalationVerbsResource(
            EscalationViews views,
            PagingDesk desk,
            Idempotency idempotency,
            Caller caller,
            Clock clock) {
        this.views = views;
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Why, in words that rest sealed in the journal of the case. */
    @Schema(name = "PassingOn")
    record PassingOn(
            @NotNull @PlainText @Size(max = 2000) @Schema(examples = "I am on a plane until ten.")
                    String reason) {
        @Override
        public String toString() {
            return "PassingOn[]";
        }
    }

    /** Until when the next is put off, and why. */
    @Schema(name = "Snooze")
    record Snooze(
            @NotNull @Schema(examples = "2026-11-21T06:12:00Z") Instant until,
            @NotNull @PlainText @Size(max = 2000) @Schema(examples = "I am calling the shop now.")
                    String reason) {
        @Override
        public String toString() {
            return "Snooze[until=" + until + "]";
        }
    }

    /** When somebody will be there. */
    @Schema(name = "Eta")
    record Eta(@NotNull @Schema(examples = "2026-11-21T06:25:00Z") Instant eta) {}

    @POST
    @Path("pass-on")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(
            summary = "I can't: next",
            description =
                    "For who was paged; the next is paged at once, also after an acknowledgment.")
    @APIResponse(responseCode = "200", description = "The escalation as it is now")
    @APIResponse(responseCode = "403", description = "You were not paged")
    @APIResponse(responseCode = "409", description = "Somebody else has it, or it is over")
    public Response passOn(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PassingOn request) {
        return put(
                id,
                key,
                request,
                view -> view.paged(caller.personId()),
                (escalation, ladder, now) ->
                        escalation.passOn(ladder, request.reason(), by(), now));
    }

    @POST
    @Path("snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(
            summary = "Page the next a little later",
            description = "For who was paged; at most so long after the page as the policy says.")
    @APIResponse(responseCode = "200", description = "The escalation as it is now")
    @APIResponse(responseCode = "400", description = "That is too late, or over")
    @APIResponse(
            responseCode = "409",
            description = "Nobody is about to be paged, or it may not wait")
    public Response snooze(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Snooze request) {
        return put(
                id,
                key,
                request,
                view -> view.paged(caller.personId()),
                (escalation, _, now) ->
                        escalation.snooze(request.until(), request.reason(), by(), now));
    }

    @POST
    @Path("take-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"manager", "commander"})
    @Operation(summary = "I take care of it, whoever did")
    @APIResponse(responseCode = "200", description = "The escalation as it is now")
    @APIResponse(responseCode = "409", description = "The escalation had ended with its case")
    public Response takeOver(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid PassingOn request) {
        return once(
                id,
                key,
                request,
                view -> caller.sees(view.unit()),
                () ->
                        switch (desk.takeOver(
                                        id,
                                        new PersonId(caller.personId()),
                                        request.reason(),
                                        clock.instant())
                                .orElseThrow()) {
                            case Acknowledgment.TooLate _, Acknowledgment.NotPaged _ ->
                                    conflict("The escalation has ended; nobody is waited for.");
                            case Acknowledgment.Accepted _,
                                    Acknowledgment.TakenOver _,
                                    Acknowledgment.Repeated _ ->
                                    seen(id);
                        });
    }

    @POST
    @Path("eta")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(
            summary = "When I shall be there",
            description = "For who acknowledged a step that wants somebody on site, or a manager.")
    @APIResponse(responseCode = "200", description = "The escalation as it is now")
    @APIResponse(responseCode = "400", description = "That is too late, or over")
    @APIResponse(responseCode = "409", description = "Nobody has to go there")
    public Response eta(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Eta request) {
        return put(
                id,
                key,
                request,
                this::takesCare,
                (escalation, _, now) -> escalation.underWay(request.eta(), by(), now));
    }

    @POST
    @Path("arrival")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(summary = "I am there")
    @APIResponse(responseCode = "200", description = "The escalation as it is now")
    @APIResponse(responseCode = "409", description = "Nobody has to go there")
    public Response arrive(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return put(
                id, key, "", this::takesCare, (escalation, _, now) -> escalation.arrive(by(), now));
    }

    private boolean takesCare(EscalationView view) {
        return caller.personId().equals(view.acknowledgedBy())
                || (caller.has("manager") && caller.sees(view.unit()));
    }

    private Response put(
            UUID id,
            @Nullable String key,
            Object request,
            Predicate<EscalationView> may,
            PagingDesk.Verb verb) {
        return once(
                id,
                key,
                request,
                may,
                () ->
                        switch (desk.apply(id, verb, clock.instant()).orElseThrow()) {
                            case Reply.Done _, Reply.GoesOn _ -> seen(id);
                            case Reply.Refused(String why) -> conflict(why);
                            case Reply.Unfit(String field, String why) ->
                                    Problem.badField(field, why).asResponse();
                        });
    }

    private Response once(
            UUID id,
            @Nullable String key,
            Object request,
            Predicate<EscalationView> may,
            Supplier<Response> then) {
        EscalationView view =
                views.find(id)
                        .filter(found ->
                                caller.sees(found.unit()) || found.paged(caller.personId()))
                        .orElseThrow(EscalationVerbsResource::unknown);
        if (!may.test(view)) {
            return Problem.of(
                            Response.Status.FORBIDDEN,
                            "Only who was paged or takes care of it may, or a manager of the unit.")
                    .asResponse();
        }
        return idempotency.once(
                key,
                request,
                answering -> {
                    answering.isAbout(view.caseId());
                    return then.get();
                });
    }

    private Response seen(UUID id) {
        return Response.ok(views.find(id).orElseThrow()).build();
    }

    private Actor by() {
        return Actor.person(new PersonId(caller.personId()), null);
    }

    private static Response conflict(String why) {
        return Problem.of(Response.Status.CONFLICT, why).asResponse();
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such escalation.")
                .violation("id", "is not known")
                .asException();
    }
}
