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
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Answering;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Unit;
import org.redress.triage.rules.TriageSettings;

/** The door to a case's assessments. */
@Path("/api/v1/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Assessments", description = "What a case was judged to be, and why")
class AssessmentResource {

    private static final String NUMBER = "The case number, such as C-20261121-000420";

    private final TriageDesk desk;
    private final Assessments assessments;
    private final Caller caller;
    private final Idempotency idempotency;
    private final ReadAudit audit;
    private final TriageSettings settings;

    AssessmentResource(
            TriageDesk desk,
            Assessments assessments,
            Caller caller,
            Idempotency idempotency,
            ReadAudit audit,
            TriageSettings settings) {
        this.audit = audit;
        this.settings = settings;
        this.desk = desk;
        this.assessments = assessments;
        this.caller = caller;
        this.idempotency = idempotency;
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
        return with(
                number,
                valid ->
                        read(valid)
                                .map(judged -> tagged(Response.ok(), judged))
                                .orElseGet(AssessmentResource::noSuchCase));
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
        return with(
                number,
                valid ->
                        read(valid)
                                .map(judged -> Response.ok(history(judged)).build())
                                .orElseGet(AssessmentResource::noSuchCase));
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
        return unknownOwner(revision)
                .orElseGet(() ->
                        with(
                                number,
                                valid ->
                                        idempotency.once(
                                                key,
                                                revision,
                                                answer ->
                                                        revise(valid, ifMatch, revision, answer))));
    }

    /** Whoever is accountable must exist, or nobody is: {@code hq/} forgotten is a case lost. */
    private Optional<Response> unknownOwner(Revision revision) {
        var known = settings.units();
        return Optional.ofNullable(revision.ownerUnit())
                .filter(unit -> !known.contains(unit))
                .map(unit -> "is none of the units " + paths(known))
                .map(message -> Problem.badField("ownerUnit", message).asResponse());
    }

    private static String paths(List<Unit> units) {
        return String.join(", ", units.stream().map(Unit::path).toList());
    }

    private Response revise(
            CaseNumber number, @Nullable String ifMatch, Revision revision, Answering answer) {
        var held = visible(desk.hold(number));
        if (held.isEmpty()) {
            return noSuchCase();
        }
        answer.isAbout(held.get().file().caseId());
        audit(held.get());
        return Versions.mismatch(ifMatch, held.get().assessment().revision())
                .orElseGet(() -> revised(held.get(), revision));
    }

    private Response revised(JudgedCase held, Revision revision) {
        var address = "/api/v1/cases/%s/assessment".formatted(held.file().caseNumber().text());
        return desk.revise(held, revision, caller.personId())
                .map(next ->
                        tagged(Response.status(Status.CREATED).location(URI.create(address)), next))
                .orElseGet(() ->
                        Problem.of(Status.GONE, "The customer of this case has been erased.")
                                .asResponse());
    }

    private Page<AssessmentView> history(JudgedCase judged) {
        var number = judged.file().caseNumber();
        return new Page<>(
                assessments.history(judged.file().caseId()).stream()
                        .map(assessment -> AssessmentView.of(number, assessment))
                        .toList(),
                null);
    }

    /** What the caller may see, noted as seen: it quotes the customer (XX-01). */
    private Optional<JudgedCase> read(CaseNumber number) {
        var judged = visible(assessments.latest(number));
        judged.ifPresent(this::audit);
        return judged;
    }

    private void audit(JudgedCase judged) {
        audit.record("case", judged.file().caseId().toString());
    }

    private Optional<JudgedCase> visible(Optional<JudgedCase> judged) {
        return judged.filter(found -> found.isSeenBy(caller));
    }

    private static Response with(String number, Function<CaseNumber, Response> answer) {
        return CaseNumber.parse(number)
                .map(answer)
                .orElseGet(() ->
                        Problem.badField("number", "is not a case number, or mistyped")
                                .asResponse());
    }

    private static Response tagged(Response.ResponseBuilder answer, JudgedCase judged) {
        return answer.tag(Versions.tag(judged.assessment().revision()))
                .entity(AssessmentView.of(judged))
                .build();
    }

    private static Response noSuchCase() {
        return Problem.of(Status.NOT_FOUND, "There is no such case in your units.").asResponse();
    }
}
