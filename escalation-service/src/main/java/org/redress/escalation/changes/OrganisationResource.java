package org.redress.escalation.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationJson;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.OrganisationVersion;
import org.redress.escalation.organisation.OrganisationVersions;
import org.redress.escalation.organisation.OrganisationYaml;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.Page;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;
import org.redress.platform.web.text.PlainLine;

/** The organisation over HTTP: the whole, its versions, and its entries one by one (ES-14). */
@Path("/api/v1/organisation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisation", description = "Units, persons, duties, rosters and absences")
class OrganisationResource {

    private static final String YAML = "application/yaml";
    private static final String ENTRY = "{list: persons|units|duties|rosters|absences}/{key: .+}";
    private static final String KEY =
            """
            An entry is named by persons/{id}, units/{path}, duties/{role}/{unit}, rosters/{name}, \
            rosters/{name}/overrides/{from} or absences/{person}/{from}; what the address says need \
            not be in the body. A duty that passes on has several entries, so its body may be an \
            array.\
            """;

    private final OrganisationStore store;
    private final OrganisationVersions versions;
    private final ChangeDesk desk;
    private final Rights rights;
    private final Caller caller;

    OrganisationResource(
            OrganisationStore store,
            OrganisationVersions versions,
            ChangeDesk desk,
            Rights rights,
            Caller caller) {
        this.store = store;
        this.versions = versions;
        this.desk = desk;
        this.rights = rights;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({"manager", "commander", "admin"})
    @Operation(summary = "The whole organisation, as JSON or as YAML")
    @APIResponse(responseCode = "200", description = "The document; its ETag is its version")
    public Response get(@Context HttpHeaders headers) {
        store.catchUp();
        Organisation now = store.current();
        return document(now.document(), now.version(), headers);
    }

    @GET
    @Path("versions")
    @RolesAllowed({"manager", "commander", "admin"})
    @Operation(summary = "Who changed it when and why, and what, the newest first")
    public Page<VersionView> versions(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        long before = cursor == null ? Long.MAX_VALUE : Cursor.keys(cursor, 1).number(0);
        return Page.of(
                versions.before(before, limit + 1).stream().map(VersionView::of).toList(),
                limit,
                last -> Cursor.encode(Long.toString(last.version())));
    }

    @GET
    @Path("versions/{version}")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({"manager", "commander", "admin"})
    @Operation(summary = "The whole organisation as it was")
    @APIResponse(responseCode = "404", description = "There never was such a version")
    public Response version(@PathParam("version") long version, @Context HttpHeaders headers) {
        return versions.find(version)
                .map(OrganisationVersion::document)
                .map(document -> document(document, version, headers))
                .orElseGet(() -> unknown("version"));
    }

    private static Response document(Document document, long version, HttpHeaders headers) {
        boolean yaml = headers.getAcceptableMediaTypes().getFirst().getSubtype().equals("yaml");
        return Response.ok(
                        yaml ? OrganisationYaml.write(document) : OrganisationJson.write(document),
                        yaml ? YAML : MediaType.APPLICATION_JSON)
                .tag(Versions.tag(version))
                .build();
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed("admin")
    @Operation(
            summary = "Another organisation, whole",
            description = "Applied only with the confirmation of its preview.")
    @APIResponse(
            responseCode = "200",
            description = "What changed, or with preview=true what would change",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "400", description = "Each mistake by its path in the document")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match or confirmation is missing")
    public Response put(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") @NotBlank @PlainLine @Size(max = 500) String reason,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @QueryParam("confirmation") @Nullable String confirmation,
            @NotNull @Schema(implementation = Document.class) String body) {
        return change(
                ifMatch, Edit.whole(body), new Change(by(), reason, preview, confirmation, true));
    }

    @PUT
    @Path(ENTRY)
    @Consumes({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "A person, unit, duty, roster, override or absence, new or otherwise",
            description = KEY + " Managers change absences and overrides of their units.")
    @APIResponse(
            responseCode = "200",
            description = "What changed, or with preview=true what would change",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "400", description = "Each mistake by its field")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(
            responseCode = "428",
            description = "If-Match is missing, or it is risky and its preview is not confirmed")
    public Response putEntry(
            @PathParam("list") String list,
            @Parameter(example = "wang.fang/2026-12-01") @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") @NotBlank @PlainLine @Size(max = 500) String reason,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @QueryParam("confirmation") @Nullable String confirmation,
            @NotNull String body) {
        return at(
                list,
                key,
                place ->
                        change(
                                ifMatch,
                                Edit.put(place, body),
                                new Change(by(), reason, preview, confirmation, false)));
    }

    @DELETE
    @Path(ENTRY)
    @RolesAllowed({"manager", "admin"})
    @Operation(
            summary = "A person, unit, duty, roster, override or absence is no more",
            description = KEY + " Managers change absences and overrides of their units.")
    @APIResponse(
            responseCode = "200",
            description = "What changed, or with preview=true what would change",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "400", description = "Something else still names it")
    @APIResponse(responseCode = "404", description = "There is no such entry")
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    public Response deleteEntry(
            @PathParam("list") String list,
            @Parameter(example = "wang.fang/2026-12-01") @PathParam("key") String key,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("reason") @NotBlank @PlainLine @Size(max = 500) String reason,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @QueryParam("confirmation") @Nullable String confirmation) {
        return at(
                list,
                key,
                place ->
                        place.isIn(OrganisationJson.tree(store.current().document()))
                                ? change(
                                        ifMatch,
                                        Edit.remove(place),
                                        new Change(by(), reason, preview, confirmation, false))
                                : unknown("key"));
    }

    private Response at(String list, String key, Function<Place, Response> change) {
        store.catchUp();
        ObjectNode document = OrganisationJson.tree(store.current().document());
        return Place.of(list, key)
                .filter(place -> place.within() == null || place.within().isIn(document))
                .map(place ->
                        rights.mayChange(place)
                                ? change.apply(place)
                                : Problem.of(
                                                Response.Status.FORBIDDEN,
                                                "Managers change absences and overrides of their units; the rest is the administrator's.")
                                        .asResponse())
                .orElseGet(() -> unknown("key"));
    }

    private Response change(@Nullable String ifMatch, Edit edit, Change change) {
        store.catchUp();
        Organisation before = store.current();
        return Versions.mismatch(ifMatch, before.version())
                .orElseGet(() -> Answers.answer(desk.change(before, edit, change)));
    }

    private Actor by() {
        return Actor.person(
                new PersonId(caller.personId()), caller.has("admin") ? "admin" : "manager");
    }

    private static Response unknown(String field) {
        return Problem.of(Response.Status.NOT_FOUND, "The organisation has no such entry.")
                .violation(field, "is not known")
                .asResponse();
    }
}
