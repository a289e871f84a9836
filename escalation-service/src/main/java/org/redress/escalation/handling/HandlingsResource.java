package org.redress.escalation.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.UnitPaths;
import org.redress.platform.web.UnitScope;

/** The work of a unit, as a list. */
@Path("/api/v1/handlings")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class HandlingsResource {

    private final HandlingViews views;
    private final Caller caller;

    HandlingsResource(HandlingViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(summary = "The cases of my units, the newest first")
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    public Page<HandlingView.Summary> list(
            @Parameter(example = "ASSIGNED") @QueryParam("status") @Nullable Status status,
            @Parameter(example = "hq/quality") @QueryParam("unit") @Nullable String unit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        if (unit != null && !UnitPaths.isPath(unit)) {
            throw Problem.badField("unit", "must be a path of units like hq/quality").asException();
        }
        List<HandlingView.Summary> found =
                views.list(
                        scope(unit),
                        status,
                        cursor == null ? HandlingViews.After.NOTHING : after(cursor),
                        limit + 1);
        return Page.of(found, limit, HandlingsResource::cursorAfter);
    }

    /** What the caller may see of the unit. */
    private UnitScope scope(@Nullable String unit) {
        if (unit == null) {
            return caller.scope();
        }
        return caller.sees(unit)
                ? UnitScope.of(List.of(unit))
                : UnitScope.of(
                        caller.units().stream()
                                .filter(own -> UnitPaths.isWithin(own, unit))
                                .toList());
    }

    private static String cursorAfter(HandlingView.Summary last) {
        return Cursor.encode(last.openedAt().toString(), last.caseId().toString());
    }

    private static HandlingViews.After after(String cursor) {
        Cursor.Keys keys = Cursor.keys(cursor, 2);
        return new HandlingViews.After(keys.instant(0), keys.uuid(1));
    }
}
