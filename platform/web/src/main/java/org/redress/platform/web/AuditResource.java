package org.redress.platform.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainLine;

/** The door for reading who read: of this service, and itself written down. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Audit", description = "Who read whose personal data")
public class AuditResource {

    private final ReadAudit audit;

    AuditResource(ReadAudit audit) {
        this.audit = audit;
    }

    /** The reads of one subject, newest first. */
    @GET
    @RolesAllowed("auditor")
    @Operation(
            operationId = "Audit_list",
            summary = "Who read the personal data of one subject, newest first",
            description = "Asking is a read too, and shows when one asks who read the audit.")
    public Page<AuditedRead> list(
            @Parameter(description = "What was read", example = "person")
                    @QueryParam("subjectKind")
                    @NotNull
                    @PlainLine
                    @Size(max = 50)
                    String subjectKind,
            @Parameter(description = "Its id, as the service calls it")
                    @QueryParam("subjectId")
                    @NotNull
                    @PlainLine
                    @Size(max = 200)
                    String subjectId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(200) int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Cursor.keys(cursor, 1).number(0);
        audit.record("audit", subjectKind + ":" + subjectId);
        return Page.of(
                audit.reads(subjectKind, subjectId, before, limit + 1),
                limit,
                last -> Cursor.encode(Long.toString(last.id())));
    }
}
