package org.redress.escalation.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.organisation.Document;
import org.redress.escalation.organisation.Organisation;
import org.redress.escalation.organisation.OrganisationStore;
import org.redress.escalation.watch.Reachability;

/** The contact sheet over HTTP, for everybody of the staff. */
@Path("/api/v1/organisation/contact-sheet")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"intake-agent", "triage-officer", "handler", "manager", "commander", "admin"})
@Tag(name = "Duties", description = "Who is reached for what")
class ContactSheetResource {

    private final OrganisationStore store;
    private final Reachability reachability;
    private final Clock clock;

    ContactSheetResource(OrganisationStore store, Reachability reachability, Clock clock) {
        this.store = store;
        this.reachability = reachability;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Everybody who has a duty, by unit and role (PL-09)")
    @APIResponse(
            responseCode = "200",
            description = "The sheet; contact methods are kept by notification under the ids")
    public ContactSheet get() {
        Organisation now = store.current();
        return ContactSheet.of(
                now,
                reachability.tested(
                        now.document().persons().stream().map(Document.Person::id).toList()),
                clock.instant());
    }
}
