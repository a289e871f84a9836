package org.redress.reporting.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.ZoneId;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.facts.CaseFact;
import org.redress.reporting.facts.Facts;
import org.redress.reporting.facts.Journal;

/**
 * The story of one case, for whoever works with cases. A case of a unit that the caller doesn't see
 * is as unknown as one that does not exist (XX-06).
 */
@Path("/api/v1/cases/{number}/timeline")
@Tag(name = "Timeline")
@RunOnVirtualThread
class TimelineResource {
    private final Facts facts;
    private final Journal journal;
    private final Caller caller;
    private final ReadAudit audit;
    private final Sentences chinese;
    private final Sentences english;

    TimelineResource(
            Facts facts,
            Journal journal,
            Caller caller,
            ReadAudit audit,
            @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.facts = facts;
        this.journal = journal;
        this.caller = caller;
        this.audit = audit;
        this.chinese = new Sentences(Locale.SIMPLIFIED_CHINESE, zone);
        this.english = new Sentences(Locale.ENGLISH, zone);
    }

    @GET
    @RolesAllowed({
        "intake-agent",
        "triage-officer",
        "handler",
        "manager",
        "commander",
        "bi-analyst",
        "admin"
    })
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Everything that happened to a case, in order",
            description =
                    "From all services. Each entry has the attributes and a sentence in the language"
                            + " of Accept-Language (zh or en; zh if neither). No free text and no"
                            + " personal data of the customer.")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            example = "en",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema = @Schema(implementation = Timeline.class),
                            examples = @ExampleObject(name = "begun", value = Examples.BEGUN)))
    @APIResponse(
            responseCode = "400",
            description =
                    "The case number is mistyped, or a parameter is wrong; the problem names it",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            examples =
                                    @ExampleObject(
                                            name = "mistyped",
                                            value = Examples.WRONG_CHECK_DIGIT)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such case in the caller's units",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class)))
    public Response timeline(
            @Parameter(
                            example = "C-20261121-000420",
                            schema =
                                    @Schema(
                                            implementation = String.class,
                                            pattern = "^C-[0-9]{8}-[0-9]{6,18}$"))
                    @PathParam("number")
                    String number,
            @Context HttpHeaders headers) {
        CaseNumber asked;
        try {
            asked = new CaseNumber(number);
        } catch (IllegalArgumentException e) {
            return Problem.badField("number", e.getMessage()).asResponse();
        }
        var language = Sentences.language(headers.getAcceptableLanguages());
        return facts.find(asked)
                .filter(this::isVisible)
                .map(fact -> told(asked, fact, language))
                .orElseGet(() -> unknown(asked));
    }

    private boolean isVisible(CaseFact fact) {
        var owner = fact.accountableUnit();
        return owner == null || caller.sees(owner.value());
    }

    private Response told(CaseNumber number, CaseFact fact, Locale language) {
        audit.record("case", fact.caseId().toString());
        var sentences = language.equals(Locale.ENGLISH) ? english : chinese;
        return Response.ok(
                        Timeline.of(
                                number, fact, StoryOrder.of(journal.of(fact.caseId())), sentences))
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Response unknown(CaseNumber number) {
        return Problem.of(Status.NOT_FOUND, "There is no case " + number + " that you can see.")
                .asResponse();
    }
}
