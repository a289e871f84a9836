package org.redress.escalation.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.organisation.OrganisationVersions;
import org.redress.platform.web.Problem;

/** The duty plan over HTTP, for everybody of the staff. */
@Path("/api/v1/duty")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"intake-agent", "triage-officer", "handler", "manager", "commander", "admin"})
@Tag(name = "Duties", description = "Who is reached for what")
class DutyResource {

    private static final Duration CALENDAR = Duration.ofDays(90);

    private final OrganisationStore store;
    private final OrganisationVersions versions;
    private final Clock clock;

    DutyResource(OrganisationStore store, OrganisationVersions versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    @GET
    @Path("now")
    @Operation(
            summary = "Who is on duty, for the telephone exchange",
            description =
                    "At another instant too: in the past by the organisation that held then, in the future by the present one.")
    @APIResponse(responseCode = "200", description = "Each duty, and who is reached for it")
    public DutyPlanView now(
            @Parameter(example = "2026-12-24T12:00:00Z") @QueryParam("at") @Nullable Instant at,
            @Parameter(example = "duty-officer") @QueryParam("role") @Nullable String role,
            @Parameter(example = "hq/quality") @QueryParam("unit") @Nullable String unit) {
        Instant now = clock.instant();
        Instant when = at == null ? now : at;
        return DutyPlanView.of(
                when.isBefore(now) ? then(when) : store.current(),
                duty ->
                        (role == null || duty.role().equals(role))
                                && (unit == null || duty.unit().value().equals(unit)),
                when);
    }

    private Organisation then(Instant at) {
        return versions.at(at)
                .or(() -> versions.find(1))
                .map(version ->
                        version.version() == store.current().version()
                                ? store.current()
                                : store.as(version))
                .orElseThrow();
    }

    @GET
    @Path("calendar.ics")
    @Produces("text/calendar")
    @Operation(summary = "A person's duties of the next ninety days, for a calendar (RFC 5545)")
    @APIResponse(responseCode = "200", description = "One event for each shift")
    public String calendar(
            @Parameter(example = "wang.fang") @QueryParam("person") @Nullable String person) {
        Organisation organisation = store.current();
        Instant now = clock.instant();
        boolean known =
                organisation.document().persons().stream()
                        .anyMatch(one -> one.id().value().equals(person));
        if (person == null || !known) {
            throw Problem.badField("person", "is not known").asException();
        }
        return DutyCalendar.of(new PersonId(person), organisation, now, now.plus(CALENDAR));
    }
}
