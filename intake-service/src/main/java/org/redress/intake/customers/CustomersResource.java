package org.redress.intake.customers;

import static org.redress.intake.staff.Roles.ADMIN;
import static org.redress.intake.staff.Roles.COMMANDER;
import static org.redress.intake.staff.Roles.HANDLER;
import static org.redress.intake.staff.Roles.INTAKE_AGENT;
import static org.redress.intake.staff.Roles.MANAGER;
import static org.redress.intake.staff.Roles.TRIAGE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.organisation.KnownUnits;
import org.redress.intake.staff.Actor;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;

/** The door to customers. */
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Customers", description = "Who complains, and how to reach them")
class CustomersResource {

    private final CustomerDesk desk;
    private final Customers customers;
    private final CustomerScope scope;
    private final Caller caller;
    private final Idempotency idempotency;
    private final ReadAudit audit;
    private final KnownUnits units;

    CustomersResource(
            CustomerDesk desk,
            Customers customers,
            CustomerScope scope,
            Caller caller,
            Idempotency idempotency,
            ReadAudit audit,
            KnownUnits units) {
        this.desk = desk;
        this.customers = customers;
        this.scope = scope;
        this.caller = caller;
        this.idempotency = idempotency;
        this.audit = audit;
        this.units = units;
    }

    @POST
    @RolesAllowed(INTAKE_AGENT)
    @Operation(summary = "Take a customer in without a case")
    @APIResponse(responseCode = "201", description = "The customer's id")
    public Response enroll(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewCustomer form) {
        if (caller.units().isEmpty()) {
            return Problem.of(Status.FORBIDDEN, "Your login belongs to no unit.").asResponse();
        }
        String unit = units.takingIn(caller.units());
        return idempotency.once(
                key,
                form,
                answering -> {
                    Customer customer = desk.enroll(form, unit, Actor.of(caller, INTAKE_AGENT));
                    answering.isAbout(customer.id().value());
                    return Response.created(URI.create("/api/v1/customers/" + customer.id()))
                            .tag(Versions.tag(customer.version()))
                            .entity(EnrolledCustomer.of(customer))
                            .build();
                });
    }

    @GET
    @Path("{id}")
    @RolesAllowed({INTAKE_AGENT, TRIAGE_OFFICER, HANDLER, MANAGER, COMMANDER, ADMIN})
    @Operation(
            summary = "One customer; the read is written to the audit log",
            description =
                    "Seen by who may see one of the customer's cases. An agent may look beyond that"
                            + " with the header Access-Reason, which the audit log keeps.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = CustomerView.class)))
    @APIResponse(
            responseCode = "400",
            description = "An agent of other units needs to say why, in Access-Reason")
    @APIResponse(responseCode = "404", description = "No such customer among those you may see")
    public Response read(@PathParam("id") UUID id) {
        return customers
                .find(new CustomerId(id))
                .filter(this::isSeenOrAskedFor)
                .map(this::shown)
                .orElseGet(() -> unknown(id));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(INTAKE_AGENT)
    @Operation(summary = "Change what is given; needs If-Match")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CustomerChange change) {
        Optional<Customer> customer = customers.find(new CustomerId(id)).filter(this::isSeen);
        if (customer.isEmpty()) {
            return unknown(id);
        }
        return Versions.mismatch(ifMatch, customer.get().version())
                .orElseGet(() -> changed(customer.get(), change));
    }

    private boolean isSeen(Customer customer) {
        return scope.covers(customer.id());
    }

    /** An agent may look beyond the own units, and must say why (requirement XX-01). */
    private boolean isSeenOrAskedFor(Customer customer) {
        if (isSeen(customer)) {
            return true;
        }
        if (!caller.has(INTAKE_AGENT)) {
            return false;
        }
        audit.requireReason();
        return true;
    }

    private Response changed(Customer customer, CustomerChange change) {
        return desk.change(customer, change, Actor.of(caller, INTAKE_AGENT))
                .map(this::shown)
                .orElseGet(() ->
                        Problem.of(
                                        Status.PRECONDITION_FAILED,
                                        "It has just been changed; read it again.")
                                .violation("If-Match", "is not the present version")
                                .asResponse());
    }

    private Response shown(Customer customer) {
        audit.record("customer", customer.id().toString());
        return answer(customer);
    }

    private Response answer(Customer customer) {
        return Response.ok(CustomerView.of(customer, caller))
                .tag(Versions.tag(customer.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown(UUID id) {
        return Problem.of(Status.NOT_FOUND, "There is no customer " + id + ".").asResponse();
    }
}
