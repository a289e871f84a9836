package org.redress.escalation.handling;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.ReadAudit;

/** The whole journal of a case, in parts: a case may have as many notes as it needs. */
@Path("/api/v1/cases/{number}/journal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Handling")
class JournalResource {

    private final CaseDoor door;
    private final Journal journal;
    private final ReadAudit audit;

    JournalResource(CaseDoor door, Journal journal, ReadAudit audit) {
        this.door = door;
        this.journal = journal;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({"handler", "manager", "commander", "triage-officer"})
    @Operation(summary = "What was done on a case, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page; next is the cursor of the entries before them")
    @APIResponse(
            responseCode = "404",
            description = "There is no case with this number that you may see")
    public Response list(
            @PathParam("number") String number,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(50) int limit) {
        return CaseDoor.onGenuine(
                number,
                genuine ->
                        door.find(genuine)
                                .map(handling -> {
                                    audit.record("case", genuine.value(), handling.caseId());
                                    return part(
                                            new CaseId(handling.caseId()),
                                            cursor == null
                                                    ? Long.MAX_VALUE
                                                    : Cursor.keys(cursor, 1).number(0),
                                            limit);
                                })
                                .orElseGet(CaseDoor::unknown));
    }

    private Response part(CaseId customerCase, long before, int limit) {
        return Response.ok(
                        Page.of(
                                journal.before(customerCase, before, limit + 1),
                                limit,
                                last -> Cursor.encode(Long.toString(last.seq()))))
                .build();
    }
}
