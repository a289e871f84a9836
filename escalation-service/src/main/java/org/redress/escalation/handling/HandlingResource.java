package org.redress.escalation.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.PersonId;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;

/** One case at work, over HTTP: look at it, accept it, say what was done, resolve it. */
@Path("/api/v1/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling", description = "The work on a case, its clocks and its escalations")
class HandlingResource {

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

    private final HandlingViews views;
    private final Handlings handlings;
    private final HandlingDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final ReadAudit audit;

    HandlingResource(
            HandlingViews views,
            Handlings handlings,
            HandlingDesk desk,
            Idempotency idempotency,
            Caller caller,
            ReadAudit audit) {
        this.views = views;
        this.handlings = handlings;
        this.desk = desk;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
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
        return onGenuine(
                number,
                genuine -> visible(genuine).map(this::answer).orElseGet(HandlingResource::unknown));
    }

    @POST
    @Path("acceptance")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "I take the case",
            description = "From then on you answer for it; stops UNIT_RECEIPT.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response accept(
            @PathParam("number") String number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return work(number, ifMatch, key, "", (handling, now) -> handling.accept(hand(), now));
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
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Work.Progress progress) {
        return work(
                number,
                ifMatch,
                key,
                progress,
                (handling, now) ->
                        switch (progress.kind()) {
                            case NOTE -> handling.note(progress.note(), hand(), now);
                            case FIRST_RESPONSE -> handling.respond(progress.note(), hand(), now);
                        });
    }

    @POST
    @Path("resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "The answer to the customer, who gets it as it is")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The state of the case does not allow it")
    public Response resolve(
            @PathParam("number") String number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Work.Resolution resolution) {
        return work(
                number,
                ifMatch,
                key,
                resolution,
                (handling, now) -> handling.resolve(resolution.resolution(), hand(), now));
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
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Work.Reopening reopening) {
        return onHandling(
                number,
                ifMatch,
                key,
                reopening,
                handling -> desk.reopen(handling, reopening.reason(), hand()));
    }

    private Response work(
            String number,
            @Nullable String ifMatch,
            @Nullable String key,
            Object request,
            BiFunction<Handling, Instant, Outcome> command) {
        return onHandling(number, ifMatch, key, request, handling -> desk.apply(handling, command));
    }

    private Response onHandling(
            String number,
            @Nullable String ifMatch,
            @Nullable String key,
            Object request,
            Function<Handling, Outcome> command) {
        Function<Handling, Response> change =
                handling ->
                        Versions.mismatch(ifMatch, handling.version())
                                .orElseGet(() -> answer(handling, command.apply(handling)));
        return onGenuine(
                number,
                genuine ->
                        idempotency.once(
                                key,
                                request,
                                answering -> {
                                    Optional<Handling> held = lockVisible(genuine);
                                    held.map(handling -> handling.id().value())
                                            .ifPresent(answering::isAbout);
                                    return held.map(change).orElseGet(HandlingResource::unknown);
                                }));
    }

    private Optional<Handling> lockVisible(CaseNumber number) {
        return handlings.lock(number).filter(handling -> caller.sees(handling.ownerUnit().value()));
    }

    private Response answer(Handling handling, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Unchanged _, Outcome.Premature _ -> {
                handlings.flush();
                yield answer(views.find(handling.ref().number()).orElseThrow());
            }
            case Outcome.NotAssessed _ ->
                    conflict("Nobody has said yet whose the case is; triage is at work.");
            case Outcome.NotAccepted _ -> conflict("Accept the case first.");
            case Outcome.HandledBy(PersonId handler) ->
                    conflict("The case is handled by " + handler + ".");
            case Outcome.Over(Status status) -> conflict("The case is " + status + ".");
            case Outcome.StillOpen(Status status) ->
                    conflict("The case is " + status + "; there is nothing to reopen.");
            case Outcome.TooLate(Duration within) ->
                    conflict(
                            "The case was closed more than %d days ago; register a new one."
                                    .formatted(within.toDays()));
            case Outcome.Implausible(String why) -> throw new IllegalStateException(why);
        };
    }

    /** Notes and answers may hold personal data, hence the audit. */
    private Response answer(HandlingView.Summary found) {
        audit.record("case", found.caseNumber(), found.caseId());
        return Response.ok(views.whole(found)).tag(Versions.tag(found.version())).build();
    }

    private Hand hand() {
        return new Hand(new PersonId(caller.personId()), caller.has("manager"));
    }

    private Optional<HandlingView.Summary> visible(CaseNumber number) {
        return views.find(number).filter(handling -> caller.sees(handling.ownerUnit()));
    }

    /** Goes on with a case number whose check digit fits. */
    static Response onGenuine(String number, Function<CaseNumber, Response> then) {
        return CaseNumber.isGenuine(number)
                ? then.apply(new CaseNumber(number))
                : Problem.badField(
                                "number",
                                "is no case number: its form is C-yyyymmdd-nnnnnn and its last digit checks the others")
                        .asResponse();
    }

    static Response unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such case.")
                .violation("number", "is not known")
                .asResponse();
    }

    private static Response conflict(String detail) {
        return Problem.of(Response.Status.CONFLICT, detail).asResponse();
    }
}
