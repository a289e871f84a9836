package org.redress.intake.registration;

import static org.redress.intake.staff.Roles.INTAKE_AGENT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseEvent.Registered;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.CustomerCase;
import org.redress.intake.customers.CustomerScope;
import org.redress.intake.organisation.KnownUnits;
import org.redress.intake.registration.RegistrationDesk.Agent;
import org.redress.intake.registration.RegistrationRules.Violation;
import org.redress.intake.staff.Actor;
import org.redress.platform.web.Answering;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.ReadAudit;
import org.redress.platform.web.Versions;

/** The door through which cases come in. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Registration", description = "Taking a case in")
class RegistrationResource {

    private static final int UNPROCESSABLE = 422;

    private final RegistrationDesk desk;
    private final CaseNumbers numbers;
    private final Caller caller;
    private final CustomerScope scope;
    private final ReadAudit audit;
    private final Idempotency idempotency;
    private final Clock clock;
    private final ZoneId zone;
    private final RegistrationRules rules;
    private final KnownUnits units;

    RegistrationResource(
            RegistrationDesk desk,
            CaseNumbers numbers,
            Caller caller,
            CustomerScope scope,
            ReadAudit audit,
            Idempotency idempotency,
            Clock clock,
            KnownUnits units,
            @ConfigProperty(name = "redress.zone") ZoneId zone,
            @ConfigProperty(name = "redress.region") String region) {
        this.desk = desk;
        this.numbers = numbers;
        this.caller = caller;
        this.scope = scope;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
        this.units = units;
        this.zone = zone;
        this.rules = new RegistrationRules(region);
    }

    @POST
    @RolesAllowed(INTAKE_AGENT)
    @Operation(
            summary = "Register a case",
            description =
                    """
                    Needs a channel, a description, and either a customer or the customerId of a known \
                    one. A new customer has a name and a way to answer: HOTLINE a phone number (the \
                    caller's number of the call will do), EMAIL an e-mail address, LIVE_CHAT, \
                    WEB_PORTAL, ON_SITE, REGULATOR and STAFF one of both; SOCIAL_MEDIA and REGULATOR \
                    need the channelRef. For a customer of other \
                    units say why, in Access-Reason. Each promise in the answer comes with a sentence for \
                    the agent to read out, after the one on safety if there is one.\
                    """)
    @Parameter(name = "Access-Reason", in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location and ETag are set",
            content =
                    @Content(
                            schema = @Schema(implementation = RegisteredCase.class),
                            examples =
                                    @ExampleObject(name = "registered", value = Examples.ANSWER)))
    @APIResponse(responseCode = "400", description = "A field is wrong; the problem names it")
    @APIResponse(responseCode = "410", description = "The key's first customer was erased since")
    @APIResponse(responseCode = "409", description = "The Idempotency-Key is still at work")
    @APIResponse(
            responseCode = "422",
            description = "The customerId is not known, or the Idempotency-Key had another body")
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "电话投诉：产品漏电",
                                                        value = Examples.HOTLINE_ZH),
                                                @ExampleObject(
                                                        name = "A mail about a double charge",
                                                        value = Examples.EMAIL_EN),
                                                @ExampleObject(
                                                        name = "意见箱：建议",
                                                        value = Examples.SUGGESTION_ZH)
                                            }))
                    @NotNull
                    @Valid
                    NewCase form) {
        Instant now = clock.instant();
        List<Violation> violations = rules.violations(form, now);
        if (!violations.isEmpty()) {
            return refused(violations);
        }
        if (caller.units().isEmpty()) {
            return Problem.of(Status.FORBIDDEN, "Your login belongs to no unit.").asResponse();
        }
        if (form.customerId() != null && scope.isOfOthers(form.customerId())) {
            audit.requireReason();
            audit.record("customer", form.customerId().toString());
        }
        Agent agent = new Agent(Actor.of(caller, INTAKE_AGENT), units.takingIn(caller.units()));
        CaseNumber number = numbers.next(now);
        return idempotency.once(
                key,
                form,
                answering ->
                        units.refusal("incident.unit", form.unitConcerned())
                                .orElseGet(() ->
                                        desk.register(form, number, agent, now)
                                                .map(registered -> created(registered, answering))
                                                .orElseGet(RegistrationResource::unknownCustomer)));
    }

    private Response created(Registered registered, Answering answering) {
        CustomerCase newCase = registered.customerCase();
        answering.isAbout(newCase.customerId().value());
        return Response.created(URI.create("/api/v1/cases/" + newCase.number()))
                .tag(Versions.tag(newCase.version()))
                .entity(RegisteredCase.of(newCase, registered.customer(), zone))
                .build();
    }

    private static Response refused(List<Violation> violations) {
        Problem problem = Problem.of(Status.BAD_REQUEST, "The request is not valid.");
        for (Violation violation : violations) {
            problem = problem.violation(violation.field(), violation.message());
        }
        return problem.asResponse();
    }

    private static Response unknownCustomer() {
        return Problem.of(UNPROCESSABLE, "There is no such customer.")
                .violation("customerId", "is not known")
                .asResponse();
    }
}
