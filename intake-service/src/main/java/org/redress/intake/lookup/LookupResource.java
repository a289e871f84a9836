package org.redress.intake.lookup;

import static org.redress.intake.staff.Roles.ADMIN;
import static org.redress.intake.staff.Roles.COMMANDER;
import static org.redress.intake.staff.Roles.HANDLER;
import static org.redress.intake.staff.Roles.INTAKE_AGENT;
import static org.redress.intake.staff.Roles.MANAGER;
import static org.redress.intake.staff.Roles.TRIAGE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseFile;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Cases;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.cases.WellFormedNumber;
import org.redress.intake.customers.CustomerFile;
import org.redress.intake.customers.CustomerView;
import org.redress.intake.followup.Journal;
import org.redress.intake.followup.JournalEntry;
import org.redress.intake.lookup.CaseList.Wanted;
import org.redress.intake.progress.LiveCase;
import org.redress.intake.progress.LiveCases;
import org.redress.intake.staff.UnitScope;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;

/** The door for reading cases. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Look-up", description = "How a case stands")
class LookupResource {

    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Cases cases;
    private final LiveCases liveCases;
    private final Journal journal;
    private final CaseList list;
    private final Caller caller;
    private final ReadAudit audit;
    private final ZoneId zone;

    LookupResource(
            Cases cases,
            LiveCases liveCases,
            Journal journal,
            CaseList list,
            Caller caller,
            ReadAudit audit,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.cases = cases;
        this.liveCases = liveCases;
        this.journal = journal;
        this.list = list;
        this.caller = caller;
        this.audit = audit;
        this.zone = zone;
    }

    @GET
    @Path("{number}")
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(
            summary = "A case, its live status and its timetable",
            description =
                    "The ETag is the version of what intake keeps; what other services tell does not"
                            + " change it. Contact points are masked by role. Every read is audited.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    @APIResponse(responseCode = "404", description = "No such case among those you may see")
    public Response read(@PathParam("number") @WellFormedNumber String number) {
        return cases.find(new CaseNumber(number))
                .flatMap(this::shown)
                .orElseGet(() ->
                        Problem.of(Status.NOT_FOUND, "There is no case " + number + ".")
                                .asResponse());
    }

    @GET
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(summary = "The cases that you may see, newest first")
    public Page<CaseSummary> list(
            @QueryParam("customerId") @Pattern(regexp = ID, message = "must be a UUID")
                    @Nullable String customerId,
            @QueryParam("status")
                    @Pattern(
                            regexp = "NEW|ASSIGNED|IN_PROGRESS|RESOLVED|CLOSED",
                            message = "must be one of NEW, ASSIGNED, IN_PROGRESS, RESOLVED, CLOSED")
                    @Nullable String status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit")
                    @DefaultValue("50")
                    @Pattern(regexp = "[1-9][0-9]?|1[0-9]{2}|200", message = "must be 1 to 200")
                    String limit) {
        int size = Integer.parseInt(limit);
        Wanted wanted = new Wanted(customerId, status, cursor == null ? null : place(cursor));
        List<CaseSummary> found = list.of(wanted, caller.units(), size + 1);
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, size),
                        Cursor.encode(found.get(size - 1).caseId().toString()));
    }

    private static String place(String cursor) {
        String caseId = Cursor.decode(cursor, 1).getFirst();
        if (!caseId.matches(ID)) {
            throw new BadRequestException(
                    Problem.badField("cursor", "was not given out by this list").asResponse());
        }
        return caseId;
    }

    private Optional<Response> shown(CaseFile file) {
        CustomerCase customerCase = file.customerCase();
        Optional<CustomerFile> customer = file.customer();
        LiveCase live = liveCases.find(customerCase.id(), customer.map(CustomerFile::key));
        if (!UnitScope.covers(caller, customerCase.unit(), live.ownerUnit())) {
            return Optional.empty();
        }
        audit.record("case", customerCase.id().toString());
        List<JournalEntry> entries =
                customer.map(known -> journal.of(customerCase.id(), known.key())).orElse(List.of());
        CustomerView view =
                customer.map(known -> CustomerView.of(known.customer(), caller)).orElse(null);
        return Optional.of(
                Response.ok(CaseView.of(file, live, entries, view, zone))
                        .tag(Versions.tag(customerCase.version()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
