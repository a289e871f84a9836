package org.redress.triage.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.triage.assessment.Assessments.Place;

/** The door to what a triage officer should look at. */
@Path("/api/v1/review-queue")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Review queue", description = "Automatic assessments that a person should look at")
class ReviewQueueResource {

    private final Assessments assessments;
    private final Caller caller;

    ReviewQueueResource(Assessments assessments, Caller caller) {
        this.assessments = assessments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.TRIAGE_OFFICER, Roles.ADMIN})
    @Operation(
            summary = "Assessments to review, the longest waiting first",
            description =
                    """
                    Those of the caller's units whose class or category is a mere default \
                    (LOW_CONFIDENCE), where flags and words are at odds (CONFLICT), that came without \
                    text (NO_TEXT) or were judged without the tables (RULES_FAILED). Revising or \
                    confirming an assessment takes it out.\
                    """)
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    @APIResponse(responseCode = "400", description = "The cursor is not one of ours")
    public Page<AssessmentView> queue(
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        var place = cursor == null ? Place.START : place(cursor);
        var found = assessments.forReview(caller.units(), place, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown.stream().map(AssessmentView::of).toList(),
                found.size() > limit ? cursor(Place.of(shown.getLast())) : null);
    }

    private static String cursor(Place place) {
        return Cursor.encode(place.at().toString(), place.caseId().toString());
    }

    private static Place place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Place(Instant.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new BadRequestException(
                    e.getMessage(), Problem.badField("cursor", "is not one of ours").asResponse());
        }
    }
}
