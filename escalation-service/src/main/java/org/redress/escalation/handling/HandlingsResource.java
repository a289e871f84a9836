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
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
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
    private final WorkLists work;
    private final Caller caller;

    HandlingsResource(HandlingViews views, WorkLists work, Caller caller) {
        this.views = views;
        this.work = work;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(
            summary = "The cases of my units, the newest first, or a list to work by",
            description =
                    "A list has open cases by priority, what nobody has judged first, and then by what is due next.")
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    public Page<HandlingView.Summary> list(
            @Parameter(example = "MINE") @QueryParam("list") @Nullable WorkList list,
            @Parameter(example = "ASSIGNED") @QueryParam("status") @Nullable Status status,
            @Parameter(example = "hq/quality") @QueryParam("unit") @Nullable String unit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        check(unit);
        if (list != null) {
            if (status != null) {
                throw Problem.badField("status", "is for the cases without a list").asException();
            }
            return toWorkBy(list, unit, cursor, limit);
        }
        List<HandlingView.Summary> found =
                views.list(
                        scope(unit),
                        status,
                        cursor == null ? HandlingViews.After.NOTHING : after(cursor),
                        limit + 1);
        return Page.of(found, limit, HandlingsResource::cursorAfter);
    }

    @GET
    @Path("counts")
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(
            summary = "How much there is to do in each of my units",
            description =
                    "Open, unowned, due, overdue, waiting for the customer; no exercises (RE-23).")
    @APIResponse(responseCode = "200", description = "A unit with nothing open is left out")
    public Page<WorkLists.Count> counts(
            @Parameter(example = "hq/quality") @QueryParam("unit") @Nullable String unit) {
        check(unit);
        return new Page<>(work.counts(seen(unit)), null);
    }

    private Page<HandlingView.Summary> toWorkBy(
            WorkList list, @Nullable String unit, @Nullable String cursor, int limit) {
        List<HandlingView.Summary> found =
                work.list(
                        list,
                        seen(unit),
                        new PersonId(caller.personId()),
                        cursor == null ? WorkLists.After.NOTHING : placeInWork(cursor),
                        limit + 1);
        return Page.of(found, limit, HandlingsResource::cursorInWork);
    }

    private Predicate<String> seen(@Nullable String unit) {
        return owner -> caller.sees(owner) && (unit == null || UnitPaths.isWithin(owner, unit));
    }

    private static void check(@Nullable String unit) {
        if (unit != null && !UnitPaths.isPath(unit)) {
            throw Problem.badField("unit", "must be a path of units like hq/quality").asException();
        }
    }

    private static String cursorInWork(HandlingView.Summary last) {
        WorkLists.After after = WorkLists.After.of(last);
        return Cursor.encode(after.priority(), after.nextDueAt().toString(), after.id().toString());
    }

    private static WorkLists.After placeInWork(String cursor) {
        Cursor.Keys keys = Cursor.keys(cursor, 3);
        return new WorkLists.After(keys.text(0), keys.instant(1), keys.uuid(2));
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
