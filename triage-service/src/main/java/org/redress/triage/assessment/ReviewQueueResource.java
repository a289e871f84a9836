package org.redress.triage.assessment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.ReadAudit;
import org.redress.triage.assessment.Assessments.Place;

/** The door to what a triage officer should look at. */
@Path("/api/v1/review-queue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Review queue", description = "Automatic assessments that a person should look at")
class ReviewQueueResource {

    private final Assessments assessments;
    private final Returns returns;
    private final Caller caller;
    private final ReadAudit audit;

    ReviewQueueResource(Assessments assessments, Returns returns, Caller caller, ReadAudit audit) {
        this.assessments = assessments;
        this.returns = returns;
        this.caller = caller;
        this.audit = audit;
    }

    /** An assessment, and why the unit that had the case has returned it, if one has. */
    record ToReview(@JsonUnwrapped AssessmentView assessment, @Nullable Returned returned) {}

    @GET
    @Transactional
    @RolesAllowed({Roles.TRIAGE_OFFICER, Roles.ADMIN})
    @Operation(
            summary = "Assessments to review, the longest waiting first",
            description =
                    """
                    Those of the caller's units whose class or category is a mere default \
                    (LOW_CONFIDENCE), where flags and words are at odds (CONFLICT), that came without \
                    text (NO_TEXT) or were judged without the tables (RULES_FAILED), and those that \
                    their unit has returned, with the reason. Revising or \
                    confirming an assessment takes it out.\
                    """)
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    @APIResponse(responseCode = "400", description = "The cursor is not one of ours")
    public Page<ToReview> queue(
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var place = cursor == null ? Place.START : place(Cursor.keys(cursor, 2));
        var found = assessments.forReview(caller.scope(), place, limit + 1);
        var page = Page.of(found, limit, last -> cursor(Place.of(last)));
        page.items().forEach(shown -> audit.record("case", shown.file().caseId().toString()));
        var returned =
                returns.of(page.items().stream().map(shown -> shown.file().caseId()).toList());
        return new Page<>(
                page.items().stream()
                        .map(shown ->
                                new ToReview(
                                        AssessmentView.of(shown),
                                        returned.get(shown.file().caseId())))
                        .toList(),
                page.next());
    }

    private static String cursor(Place place) {
        return Cursor.encode(place.at().toString(), place.caseId().toString());
    }

    private static Place place(Cursor.Keys keys) {
        return new Place(keys.instant(0), keys.uuid(1));
    }
}
