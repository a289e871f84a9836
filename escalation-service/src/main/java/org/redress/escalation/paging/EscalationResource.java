package org.redress.escalation.paging;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;

/** Escalations over HTTP: look at them, and say that you take care. */
@Path("/api/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Escalations", description = "Who is reached about a case until somebody acknowledges")
class EscalationResource {

    private static final String EXAMPLE =
            """
            {"escalationId": "01a1fcb2-b0e8-7b20-8c5c-ed4cd8b48adb", "caseNumber": "C-20261121-000420",
             "caseId": "01a1fcb2-b09a-7107-a80e-369372f74d9d", "round": 1, "unit": "hq/quality", "severity": "CRITICAL", "trigger": "SEVERITY", "policyId": "critical",
             "policyVersion": 1, "organisation": 7, "state": "RUNNING", "raisedAt": "2026-11-21T06:02:11.560Z",
             "acknowledgeBy": "2026-11-21T06:07:11.560Z",
             "pages": [{"pageId": "01a1fcb2-b0e8-7898-a338-b84c893049cf", "repeat": 1, "step": 1,
                        "roleId": "duty-officer", "holder": "A", "personId": "zhang.lei", "unit": "hq/quality",
                        "pagedAt": "2026-11-21T06:02:11.560Z", "acknowledgeBy": "2026-11-21T06:07:11.560Z",
                        "undelivered": false}]}
            """;

    private final EscalationViews views;
    private final PagingDesk desk;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Clock clock;

    EscalationResource(
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

    @GET
    @RolesAllowed({"handler", "manager", "commander", "admin"})
    @Operation(summary = "The escalations of my units, the newest first")
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    public Page<EscalationView> list(
            @Parameter(example = "RUNNING") @QueryParam("state") Escalation.@Nullable State state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<EscalationView> found =
                views.list(caller.scope(), state, EscalationViews.After.of(cursor), limit + 1);
        return Page.of(found, limit, EscalationViews.After::cursor);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"handler", "manager", "commander", "admin"})
    @Operation(summary = "One escalation with everybody who was paged")
    @APIResponse(
            responseCode = "200",
            description = "The escalation",
            content =
                    @Content(
                            schema = @Schema(implementation = EscalationView.class),
                            examples = @ExampleObject(name = "running", value = EXAMPLE)))
    @APIResponse(responseCode = "404", description = "There is none with this id that you may see")
    public Response get(@PathParam("id") UUID id) {
        return visible(id)
                .map(view -> Response.ok(view).build())
                .orElseGet(EscalationResource::unknown);
    }

    /**
     * Whoever was paged may take care of it, and so may the managers and commanders of its unit.
     */
    @POST
    @Path("{id}/acknowledgment")
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(
            summary = "I take care of it",
            description = "Stops every further step at once. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged, now or before",
            content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(
            responseCode = "403",
            description = "You were not paged and are no manager of the unit")
    @APIResponse(responseCode = "409", description = "The escalation had ended with its case")
    public Response acknowledge(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return visible(id)
                .map(view ->
                        mayAcknowledge(view)
                                ? idempotency.once(
                                        idempotencyKey,
                                        id,
                                        answering -> {
                                            answering.isAbout(view.caseId());
                                            return acknowledge(id);
                                        })
                                : forbidden())
                .orElseGet(EscalationResource::unknown);
    }

    private Response acknowledge(UUID id) {
        Optional<Acknowledgment> answer =
                desk.acknowledge(id, new PersonId(caller.personId()), Via.API, clock.instant());
        return switch (answer.orElseThrow()) {
            case Acknowledgment.Accepted _, Acknowledgment.TakenOver _, Acknowledgment.Repeated _ ->
                    Response.ok(views.find(id).orElseThrow()).build();
            case Acknowledgment.NotPaged _ -> forbidden();
            case Acknowledgment.TooLate _ ->
                    Problem.of(
                                    Response.Status.CONFLICT,
                                    "The escalation has ended; nobody is waited for.")
                            .asResponse();
        };
    }

    private boolean mayAcknowledge(EscalationView view) {
        return view.paged(caller.personId()) || caller.has("manager") || caller.has("commander");
    }

    private Optional<EscalationView> visible(UUID id) {
        return views.find(id)
                .filter(view -> caller.sees(view.unit()) || view.paged(caller.personId()));
    }

    private static Response unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such escalation.")
                .violation("id", "is not known")
                .asResponse();
    }

    private static Response forbidden() {
        return Problem.of(
                        Response.Status.FORBIDDEN,
                        "Only who was paged, or a manager or commander, may acknowledge.")
                .asResponse();
    }
}
