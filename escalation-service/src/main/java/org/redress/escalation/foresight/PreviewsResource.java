package org.redress.escalation.foresight;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.changes.Answers;
import org.redress.escalation.clocks.Clocks;
import org.redress.escalation.handling.Standings;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.InvalidOrganisation;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.OrganisationYaml;
import org.redress.escalation.paging.EscalationView;
import org.redress.escalation.paging.EscalationViews;
import org.redress.escalation.paging.PagingDesk;
import org.redress.escalation.paging.Rehearsal;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;

/** What would happen, over HTTP; nothing of it does. */
@Path("/api/v1/previews")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Previews", description = "Who would be reached, when and why")
class PreviewsResource {

    private static final String EXAMPLE =
            """
            {"at": "2026-12-05T15:00:00Z", "unit": "hq/quality", "severity": "HIGH",
             "caseClass": "COMPLAINT", "category": "PRODUCT_QUALITY", "incidentUnit": "hq/outlets/east"}
            """;

    private static final Duration REPLAYED = Duration.ofDays(30);

    private final OrganisationStore store;
    private final Clocks clocks;
    private final PagingDesk paging;
    private final Standings standings;
    private final EscalationViews views;
    private final Caller caller;
    private final Clock clock;

    PreviewsResource(
            OrganisationStore store,
            Clocks clocks,
            PagingDesk paging,
            Standings standings,
            EscalationViews views,
            Caller caller,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.paging = paging;
        this.standings = standings;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("case")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager", "commander", "triage-officer", "admin"})
    @Operation(
            summary = "Who would be reached for this case, when, and by what",
            description =
                    "A real case by its number, or an imagined one by unit and severity; its clocks"
                            + " and pages if nobody did anything. Nothing is written, nobody is paged.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Imagined.class),
                            examples = @ExampleObject(name = "saturday night", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "What would happen, in order",
            content = @Content(schema = @Schema(implementation = Foreseen.class)))
    @APIResponse(responseCode = "400", description = "It says too little, or an unknown unit")
    @APIResponse(responseCode = "404", description = "There is no such case that you may see")
    @APIResponse(responseCode = "409", description = "Nobody has judged the case yet")
    public Foreseen preview(@NotNull @Valid Imagined imagined) {
        store.catchUp();
        return imagined.caseNumber() == null ? imagined(imagined) : real(imagined);
    }

    private Foreseen imagined(Imagined imagined) {
        if (imagined.severity() == null) {
            throw Problem.badField("severity", "is missing").asException();
        }
        Organisation organisation = store.current();
        UnitPath owner =
                unit(organisation, "unit", imagined.unit())
                        .orElseThrow(() -> Problem.badField("unit", "is missing").asException());
        UnitPath incident =
                unit(organisation, "incidentUnit", imagined.incidentUnit()).orElse(null);
        return fromTheBeginning(organisation, imagined.facts(owner, incident), imagined.at());
    }

    private static Optional<UnitPath> unit(
            Organisation organisation, String field, @Nullable String told) {
        if (told == null) {
            return Optional.empty();
        }
        return Optional.of(
                organisation
                        .unitNamed(told)
                        .orElseThrow(
                                () -> Problem.badField(field, "is none of ours").asException()));
    }

    private Foreseen fromTheBeginning(
            Organisation organisation, CaseFacts facts, @Nullable Instant at) {
        Instant from = at == null ? clock.instant() : at;
        return new Foresight(organisation, facts, null, new Rehearsal(organisation, facts), from)
                .fromTheBeginning(clocks.ofRound(facts, from));
    }

    private Foreseen real(Imagined asked) {
        if (!CaseNumber.isGenuine(asked.caseNumber())) {
            throw Problem.badField("caseNumber", "is no case number").asException();
        }
        Standings.Seen seen =
                standings
                        .find(new CaseNumber(asked.caseNumber()))
                        .filter(found -> caller.sees(found.unit().value()))
                        .orElseThrow(PreviewsResource::unknown);
        CaseFacts facts = seen.facts();
        if (facts == null) {
            throw Problem.of(
                            Response.Status.CONFLICT,
                            "Nobody has said yet whose the case is; triage is at work.")
                    .asException();
        }
        Organisation organisation = store.current();
        return asked.at() == null
                ? new Foresight(
                                organisation,
                                facts,
                                seen.handler(),
                                new Rehearsal(
                                        organisation,
                                        facts,
                                        paging.open(facts.ref().id()),
                                        seen.handler() != null),
                                clock.instant())
                        .with(clocks.of(facts.ref().id()))
                : fromTheBeginning(organisation, facts, asked.at());
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such case.")
                .violation("caseNumber", "is not known")
                .asException();
    }

    @POST
    @Path("replay")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml"})
    @RolesAllowed({"manager", "commander", "admin"})
    @Operation(
            summary = "What would have been different in the last thirty days by this organisation",
            description =
                    "Each escalation of the caller's units, the newest first: who was paged, and who"
                            + " would have been until it was answered when it was. Nothing is written.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Document.class)))
    @APIResponse(responseCode = "200", description = "A page; next is the cursor of the one after")
    @APIResponse(responseCode = "400", description = "Each mistake by its path in the document")
    public Response replay(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @NotNull String body) {
        store.catchUp();
        try {
            Organisation after =
                    store.next(
                            OrganisationYaml.read(
                                    "organisation", OrganisationYaml.tree("organisation", body)));
            return Response.ok(replay(after, cursor, limit)).build();
        } catch (InvalidOrganisation invalid) {
            return Answers.invalid(invalid.mistakes());
        }
    }

    private Page<Replayed> replay(Organisation after, @Nullable String cursor, int limit) {
        Instant now = clock.instant();
        List<EscalationView> raised =
                views
                        .list(caller.scope(), null, EscalationViews.After.of(cursor), limit + 1)
                        .stream()
                        .takeWhile(escalation -> escalation.raisedAt().isAfter(now.minus(REPLAYED)))
                        .toList();
        Map<UUID, CaseFacts> facts =
                views.facts(raised.stream().map(EscalationView::escalationId).toList());
        var replay = new Replay(store.current(), after, now);
        Page<EscalationView> page = Page.of(raised, limit, EscalationViews.After::cursor);
        return new Page<>(
                page.items().stream()
                        .filter(was -> !was.trigger().goesOn())
                        .map(was -> replay.of(was, facts.get(was.escalationId())))
                        .toList(),
                page.next());
    }
}
