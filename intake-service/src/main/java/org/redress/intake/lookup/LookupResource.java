package org.redress.intake.lookup;

import static org.redress.intake.staff.Roles.ADMIN;
import static org.redress.intake.staff.Roles.COMMANDER;
import static org.redress.intake.staff.Roles.HANDLER;
import static org.redress.intake.staff.Roles.INTAKE_AGENT;
import static org.redress.intake.staff.Roles.MANAGER;
import static org.redress.intake.staff.Roles.TRIAGE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.Status;
import org.redress.intake.cases.WellFormedNumber;
import org.redress.intake.customers.CustomerView;
import org.redress.intake.followup.JournalEntry;
import org.redress.intake.lookup.CaseList.Wanted;
import org.redress.intake.lookup.JournalPages.JournalPage;
import org.redress.intake.lookup.SeenCases.SeenCase;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;

/** The door for reading cases. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Look-up", description = "How a case stands")
class LookupResource {

    /** Enough to know what happened last; an entry may be long. */
    private static final int SHOWN_ENTRIES = 10;

    private final SeenCases cases;
    private final JournalPages journal;
    private final CaseList list;
    private final Caller caller;
    private final ZoneId zone;

    LookupResource(
            SeenCases cases,
            JournalPages journal,
            CaseList list,
            Caller caller,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.cases = cases;
        this.journal = journal;
        this.list = list;
        this.caller = caller;
        this.zone = zone;
    }

    @GET
    @Path("{number}")
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(
            summary = "A case, its live status and its timetable",
            description =
                    "The ETag is the version of the record; contacts, and what other services tell, do"
                            + " not change it. Contact points are masked by role. Every read is"
                            + " audited.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "404", description = "No such case among those you may see")
    public Response read(@PathParam("number") @WellFormedNumber String number) {
        return cases.find(new CaseNumber(number)).map(this::shown).orElseGet(() -> unknown(number));
    }

    @GET
    @Path("{number}/journal")
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(
            summary = "The journal of a case, newest first",
            description = "Empty where the customer was erased. Every read is audited.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = JournalPage.class)))
    @APIResponse(responseCode = "404", description = "No such case among those you may see")
    public Response journal(
            @PathParam("number") @WellFormedNumber String number,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(50) int limit) {
        UUID before = cursor == null ? null : place(cursor);
        return cases.find(new CaseNumber(number))
                .map(seen -> journal.page(seen.customerCase(), before, limit))
                .map(page ->
                        Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                .orElseGet(() -> unknown(number));
    }

    @GET
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(summary = "The cases that you may see, newest first")
    public Page<CaseSummary> list(
            @QueryParam("customerId") @Nullable UUID customerId,
            @QueryParam("status") @Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Wanted wanted = new Wanted(customerId, status, cursor == null ? null : place(cursor));
        return Page.of(
                list.of(wanted, caller.units(), limit + 1),
                limit,
                last -> Cursor.encode(last.caseId().toString()));
    }

    private static UUID place(String cursor) {
        return Cursor.keys(cursor, 1).uuid(0);
    }

    private Response shown(SeenCase seen) {
        CustomerCase it = seen.customerCase();
        CustomerView view =
                seen.file().customer().map(known -> CustomerView.of(known, caller)).orElse(null);
        Page<JournalEntry> latest = journal.page(it, null, SHOWN_ENTRIES);
        return Response.ok(CaseView.of(seen.file(), seen.live(), latest, view, zone))
                .tag(Versions.tag(it.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown(String number) {
        return Problem.of(Response.Status.NOT_FOUND, "There is no case " + number + ".")
                .asResponse();
    }
}
