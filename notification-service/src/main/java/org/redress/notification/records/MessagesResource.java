package org.redress.notification.records;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseNumber;
import org.redress.notification.records.MessageRecords.Seen;
import org.redress.notification.records.MessageView.WithAttempts;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;

/** Who was written to about a case, and what became of it. */
@Path("/api/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"handler", "manager", "admin"})
@RunOnVirtualThread
@Tag(name = "Messages", description = "What was sent to whom, and what became of it")
class MessagesResource {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final MessageRecords records;
    private final Caller caller;
    private final ReadAudit audit;

    MessagesResource(MessageRecords records, Caller caller, ReadAudit audit) {
        this.records = records;
        this.caller = caller;
        this.audit = audit;
    }

    /** The messages about one case, oldest first. */
    @GET
    @Operation(summary = "List the messages of a case")
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    @APIResponse(
            responseCode = "400",
            description =
                    "The case number is missing or mistyped, or a parameter is wrong; the problem"
                            + " names it")
    public Page<MessageView> list(
            @Parameter(required = true, example = "C-20261121-000420")
                    @QueryParam("caseNumber")
                    @NotNull
                    @WellFormedNumber
                    String caseNumber,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var found =
                records.ofCase(
                        new CaseNumber(caseNumber), caller.units(), after(cursor), limit + 1);
        found.stream()
                .limit(limit)
                .filter(Seen::isToCustomer)
                .findFirst()
                .ifPresent(this::writeDownWhoReads);
        return Page.of(
                found.stream().map(Seen::message).toList(),
                limit,
                last -> Cursor.encode(last.id().toString()));
    }

    private void writeDownWhoReads(Seen seen) {
        var caseId = Objects.requireNonNull(seen.caseId(), "caseId");
        audit.record("case", caseId.toString(), caseId);
    }

    /** One message with each of its attempts. */
    @GET
    @Path("/{id}")
    @Operation(summary = "Show a message and its attempts")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = WithAttempts.class)))
    @APIResponse(responseCode = "404", description = "No such message for this caller")
    public Response show(@PathParam("id") UUID id) {
        return records.find(id, caller.units())
                .map(this::withAttempts)
                .map(found -> Response.ok(found).build())
                .orElseGet(() ->
                        Problem.of(Response.Status.NOT_FOUND, "There is no such message.")
                                .asResponse());
    }

    private WithAttempts withAttempts(Seen seen) {
        if (seen.isToCustomer()) {
            writeDownWhoReads(seen);
        }
        return new WithAttempts(seen.message(), records.attempts(seen.message().id()));
    }

    private static UUID after(@Nullable String cursor) {
        return cursor == null ? BEFORE_ALL : Cursor.keys(cursor, 1).uuid(0);
    }
}
