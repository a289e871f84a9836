package org.redress.intake.erasure;

import static org.redress.intake.staff.Roles.ADMIN;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.staff.Actor;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Problem;

/** The door to being forgotten. */
@Path("/api/v1/customers/{id}")
@RunOnVirtualThread
@Tag(name = "Customers", description = "Who complains, and how to reach them")
class ErasureResource {

    private final ErasureDesk desk;
    private final Caller caller;

    ErasureResource(ErasureDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @DELETE
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Erase the customer's personal data",
            description =
                    "Destroys the key under which all words of and about the customer are sealed"
                            + " here, and tells the other services to destroy those of the cases: contact"
                            + " points, reports and notes can never be read again, in a restored backup of"
                            + " the data neither. Numbers, units, statuses and dates stay. On the topics"
                            + " of the cases words live for at most seven days. It may be repeated.")
    @APIResponse(responseCode = "204", description = "It is gone, now or since before")
    @APIResponse(responseCode = "404", description = "There never was such a customer")
    public Response erase(@PathParam("id") UUID id) {
        return desk.erase(new CustomerId(id), Actor.of(caller, ADMIN))
                ? Response.noContent().build()
                : Problem.of(Status.NOT_FOUND, "There is no customer " + id + ".").asResponse();
    }
}
