package org.redress.triage.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Page;

/** The door to a case's assessments. */
@Path("/api/v1/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments", description = "What a case was judged to be, and why")
class AssessmentResource {

    private static final String NUMBER = "The case number, such as C-20261121-000420";

    private final VisibleCases cases;
    private final Assessments assessments;
    private final Revising revising;

    AssessmentResource(VisibleCases cases, Assessments assessments, Revising revising) {
        this.cases = cases;
        this.assessments = assessments;
        this.revising = revising;
    }

    @GET
    @Path("assessment")
    @RolesAllowed({
        Roles.TRIAGE_OFFICER,
        Roles.INTAKE_AGENT,
        Roles.HANDLER,
        Roles.MANAGER,
        Roles.COMMANDER,
        Roles.ADMIN
    })
    @Operation(
            summary = "The present assessment of a case",
            description = "With the rules that fired and the words that they saw. Sets the ETag.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = AssessmentView.class),
                            examples =
                                    @ExampleObject(name = "kettle", value = Examples.ASSESSMENT)))
    @APIResponse(responseCode = "400", description = "The case number is mistyped")
    @APIResponse(responseCode = "404", description = "There is no such case in the caller's units")
    public Response latest(@Parameter(description = NUMBER) @PathParam("number") String number) {
        return Answers.about(
                number,
                valid ->
                        cases.read(valid)
                                .map(judged -> Answers.tagged(Response.ok(), judged))
                                .orElseGet(Answers::noSuchCase));
    }

    @GET
    @Path("assessments")
    @RolesAllowed({
        Roles.TRIAGE_OFFICER,
        Roles.INTAKE_AGENT,
        Roles.HANDLER,
        Roles.MANAGER,
        Roles.COMMANDER,
        Roles.ADMIN
    })
    @Operation(summary = "All assessments of a case", description = "The newest first.")
    @APIResponse(responseCode = "200", description = "The assessments, always on one page")
    @APIResponse(responseCode = "400", description = "The case number is mistyped")
    @APIResponse(responseCode = "404", description = "There is no such case in the caller's units")
    public Response history(@Parameter(description = NUMBER) @PathParam("number") String number) {
        return Answers.about(
                number,
                valid ->
                        cases.read(valid)
                                .map(judged -> Response.ok(history(judged)).build())
                                .orElseGet(Answers::noSuchCase));
    }

    @POST
    @Path("assessments")
    @RolesAllowed(Roles.TRIAGE_OFFICER)
    @Operation(
            summary = "Revise or confirm the assessment of a case",
            description =
                    """
                    A person may lower a level, which no rule may. What is left out stays, or follows \
                    by the decision tables from what changes. Without any level the present \
                    assessment is confirmed and leaves the review queue.\
                    """)
    @APIResponse(
            responseCode = "201",
            description = "Revised; Location and ETag are set",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "400", description = "A field is wrong; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such case in the caller's units")
    @APIResponse(responseCode = "410", description = "The customer of the case has been erased")
    @APIResponse(responseCode = "412", description = "It was assessed anew since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @Parameter(description = NUMBER) @PathParam("number") String number,
            @Parameter(description = "The ETag of the present assessment", required = true)
                    @HeaderParam("If-Match")
                    @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "升级",
                                                        value = Examples.RAISE_ZH),
                                                @ExampleObject(
                                                        name = "lower",
                                                        value = Examples.LOWER_EN),
                                                @ExampleObject(
                                                        name = "confirm",
                                                        value = Examples.CONFIRM_EN)
                                            }))
                    @NotNull
                    @Valid
                    Revision revision) {
        return revising.once(number, ifMatch, key, revision);
    }

    private Page<AssessmentView> history(JudgedCase judged) {
        var number = judged.file().caseNumber();
        return new Page<>(
                assessments.history(judged.file().caseId()).stream()
                        .map(assessment -> AssessmentView.of(number, assessment))
                        .toList(),
                null);
    }
}
