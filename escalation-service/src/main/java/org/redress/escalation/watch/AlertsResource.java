package org.redress.escalation.watch;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;

/** What went wrong inside of the platform, for those who hold the watch. */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Alerts", description = "What went wrong inside of the platform, and who has it")
class AlertsResource {

    private final AlertViews views;
    private final WatchDesk desk;
    private final Caller caller;

    AlertsResource(AlertViews views, WatchDesk desk, Caller caller) {
        this.views = views;
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"manager", "commander", "admin"})
    @Operation(summary = "All alerts, the newest first")
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    public Page<AlertView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<AlertView> found;
        if (cursor == null) {
            found = views.list(null, null, limit + 1);
        } else {
            var after = Cursor.keys(cursor, 2);
            found = views.list(after.instant(0), after.uuid(1), limit + 1);
        }
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(last.since().toString(), last.alertId().toString()));
    }

    /** Whoever was paged sees to it. */
    @POST
    @Path("{id}/acknowledgment")
    @Transactional
    @RolesAllowed({"handler", "manager", "commander", "admin"})
    @Operation(
            summary = "I see to it",
            description = "Stops every further page at once. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged, now or before",
            content = @Content(schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "403", description = "You were not paged")
    @APIResponse(responseCode = "404", description = "There is no such alert")
    public Response acknowledge(@PathParam("id") UUID id) {
        return switch (desk.acknowledge(id, new PersonId(caller.personId()))) {
            case TAKEN -> Response.ok(views.find(id).orElseThrow()).build();
            case NOT_PAGED ->
                    Problem.of(Response.Status.FORBIDDEN, "Only who was paged may acknowledge.")
                            .asResponse();
            case UNKNOWN_ALERT ->
                    Problem.of(Response.Status.NOT_FOUND, "There is no such alert.")
                            .violation("id", "is not known")
                            .asResponse();
        };
    }
}
