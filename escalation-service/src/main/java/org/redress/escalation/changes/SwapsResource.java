package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Moment;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.Roster;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;
import org.redress.platform.web.text.PlainLine;

/** Two who swap their turns: two overrides at once (ES-14). */
@Path("/api/v1/organisation/rosters/{name}/swaps")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisation")
class SwapsResource {

    private final OrganisationStore store;
    private final ChangeDesk desk;
    private final Rights rights;
    private final Caller caller;

    SwapsResource(OrganisationStore store, ChangeDesk desk, Rights rights, Caller caller) {
        this.store = store;
        this.desk = desk;
        this.rights = rights;
        this.caller = caller;
    }

    /** The days on which the two turns begin, or a minute in each of them. */
    @Schema(name = "Swap")
    record Swap(
            @NotNull @Schema(implementation = String.class, examples = "2026-12-24") Moment first,
            @NotNull @Schema(implementation = String.class, examples = "2026-12-27")
                    Moment second) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "Two turns of the roster are swapped",
            description = "Managers swap turns of rosters that only duties of their units use.")
    @APIResponse(
            responseCode = "200",
            description = "What changed, or with preview=true what would change",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "400", description = "There are no two such turns to be swapped")
    @APIResponse(responseCode = "404", description = "There is no such roster")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Response swap(
            @PathParam("name") String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") @NotBlank @PlainLine @Size(max = 500) String reason,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @QueryParam("confirmation") @Nullable String confirmation,
            @NotNull @Valid Swap swap) {
        store.catchUp();
        Organisation before = store.current();
        Roster roster =
                before.document().rosters().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow(SwapsResource::unknown);
        if (!rights.mayChange(override(name, "any"))) {
            return Problem.of(
                            Response.Status.FORBIDDEN,
                            "Managers swap turns of their units' rosters; the rest is the administrator's.")
                    .asResponse();
        }
        var change = new Change(by(), reason, preview, confirmation, false);
        return Versions.mismatch(ifMatch, before.version())
                .orElseGet(() ->
                        Answers.answer(desk.change(before, edit(roster, swap, reason), change)));
    }

    private static Edit edit(Roster roster, Swap swap, String reason) {
        try {
            return Edit.add(
                    roster.swapped(swap.first(), swap.second(), reason).stream()
                            .collect(
                                    Collectors.toMap(
                                            instead ->
                                                    override(
                                                            roster.name(),
                                                            instead.from().toString()),
                                            SwapsResource::written)));
        } catch (IllegalArgumentException wrong) {
            throw Problem.badField("second", String.valueOf(wrong.getMessage())).asException();
        }
    }

    private static ObjectNode written(Roster.Instead instead) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("until", instead.until().toString())
                .put("person", instead.person().value())
                .put("reason", instead.reason());
    }

    private static Place override(String roster, String from) {
        return new Place(
                "overrides",
                Map.of("from", from),
                new Place("rosters", Map.of("name", roster), null));
    }

    private Actor by() {
        return Actor.person(
                new PersonId(caller.personId()), caller.has("admin") ? "admin" : "manager");
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such roster.")
                .violation("name", "is not known")
                .asException();
    }
}
