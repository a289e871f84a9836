package org.redress.intake.followup;

import static org.redress.intake.staff.Roles.HANDLER;
import static org.redress.intake.staff.Roles.INTAKE_AGENT;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseEvent;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Contact;
import org.redress.intake.cases.Decision.Accepted;
import org.redress.intake.cases.Decision.Refused;
import org.redress.intake.cases.WellFormedNumber;
import org.redress.intake.followup.FollowUpDesk.OpenCase;
import org.redress.intake.followup.FollowUpDesk.Wish;
import org.redress.intake.followup.Forms.NewContact;
import org.redress.intake.followup.Forms.NewCorrection;
import org.redress.intake.followup.Forms.NewSatisfaction;
import org.redress.intake.followup.Forms.NewWithdrawal;
import org.redress.intake.forms.Moments;
import org.redress.intake.organisation.KnownUnits;
import org.redress.intake.staff.Actor;
import org.redress.intake.staff.UnitScope;
import org.redress.platform.web.Answering;
import org.redress.platform.web.Caller;
import org.redress.platform.web.Idempotency;
import org.redress.platform.web.Problem;
import org.redress.platform.web.Versions;

/** The door for what happens after the registration. */
@Path("/api/v1/cases/{number}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Follow-up", description = "Contacts, corrections, satisfaction check and withdrawal")
class FollowUpResource {

    private final FollowUpDesk desk;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Clock clock;
    private final KnownUnits units;
    private final Duration reopenWithin;

    FollowUpResource(
            FollowUpDesk desk,
            Caller caller,
            Idempotency idempotency,
            Clock clock,
            KnownUnits units,
            @ConfigProperty(name = "redress.reopen-within") Duration reopenWithin) {
        this.desk = desk;
        this.caller = caller;
        this.idempotency = idempotency;
        this.clock = clock;
        this.units = units;
        this.reopenWithin = reopenWithin;
    }

    @POST
    @Path("contacts")
    @RolesAllowed({INTAKE_AGENT, HANDLER})
    @Operation(
            summary = "Log a conversation with the customer",
            description =
                    "With the reason URGED, of a customer who asks again, the handler is told, and from the third time on the head of the unit (ES-44).")
    @APIResponse(responseCode = "201", description = "The line in the journal, without its words")
    public Response contact(
            @PathParam("number") @WellFormedNumber String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewContact form) {
        Actor by = Actor.of(caller, INTAKE_AGENT, HANDLER);
        if (form.reason() != null && form.direction() == Contact.Direction.OUTBOUND) {
            return Problem.badField("reason", "is for what the customer comes with").asResponse();
        }
        return follow(
                number,
                key,
                form,
                _ -> Optional.empty(),
                (it, standing, now) -> it.log(form.contact(), standing, by, now));
    }

    @POST
    @Path("corrections")
    @RolesAllowed(INTAKE_AGENT)
    @Operation(
            summary = "Put right what was taken down wrong; needs If-Match",
            description = "A given object (flags, product, incident) replaces the whole old one.")
    @APIResponse(responseCode = "201", description = "The line in the journal, without its words")
    @APIResponse(responseCode = "409", description = "The case is over, or already says so")
    public Response correct(
            @PathParam("number") @WellFormedNumber String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewCorrection form) {
        Actor by = Actor.of(caller, INTAKE_AGENT);
        if (form.incident() != null
                && Moments.isFuture(form.incident().occurredAt(), clock.instant())) {
            return Problem.badField("incident.occurredAt", Moments.FUTURE).asResponse();
        }
        return follow(
                number,
                key,
                form,
                version ->
                        Versions.mismatch(ifMatch, version)
                                .or(() -> units.refusal("incident.unit", form.unitConcerned())),
                (it, standing, now) ->
                        it.correct(form.correction(), form.reason(), standing, by, now));
    }

    @POST
    @Path("satisfaction")
    @RolesAllowed(INTAKE_AGENT)
    @Operation(
            summary = "Record what the customer says of the resolution",
            description =
                    "Only for a resolved case. SATISFIED closes it, NOT_SATISFIED reopens it in the"
                            + " next round, UNREACHABLE counts an attempt; the handling decides. A"
                            + " customer who comes back NOT_SATISFIED within thirty days (a setting)"
                            + " after the case was closed as SATISFIED, UNREACHABLE or ANSWERED opens it"
                            + " again.")
    @APIResponse(
            responseCode = "201",
            description = "The line in the journal, with the attempt, without its words")
    @APIResponse(responseCode = "409", description = "Not resolved, or answered already")
    public Response satisfaction(
            @PathParam("number") @WellFormedNumber String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewSatisfaction form) {
        Actor by = Actor.of(caller, INTAKE_AGENT);
        return follow(
                number,
                key,
                form,
                _ -> Optional.empty(),
                (it, standing, now) ->
                        it.record(form.outcome(), form.note(), standing, by, now, reopenWithin));
    }

    @POST
    @Path("withdrawal")
    @RolesAllowed(INTAKE_AGENT)
    @Operation(summary = "The customer takes the case back; needs If-Match")
    @APIResponse(responseCode = "201", description = "The line in the journal, without its words")
    @APIResponse(responseCode = "409", description = "The case is over already")
    public Response withdraw(
            @PathParam("number") @WellFormedNumber String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewWithdrawal form) {
        Actor by = Actor.of(caller, INTAKE_AGENT);
        return follow(
                number,
                key,
                form,
                version -> Versions.mismatch(ifMatch, version),
                (it, standing, now) -> it.withdraw(form.reason(), standing, by, now));
    }

    private Response follow(
            String number,
            @Nullable String key,
            Forms form,
            LongFunction<Optional<Response>> precondition,
            Wish wish) {
        return idempotency.once(
                key,
                form,
                answering ->
                        desk.open(new CaseNumber(number))
                                .filter(this::isSeen)
                                .map(open ->
                                        precondition
                                                .apply(open.customerCase().version())
                                                .orElseGet(() -> answer(wish, open, answering)))
                                .orElseGet(() -> unknown(number)));
    }

    private boolean isSeen(OpenCase open) {
        return UnitScope.covers(caller, open.customerCase().unit(), open.live().ownerUnit());
    }

    private Response answer(Wish wish, OpenCase open, Answering answering) {
        answering.isAbout(open.customerCase().customerId().value());
        return switch (desk.put(wish, open)) {
            case Accepted(CaseEvent event) ->
                    Response.created(URI.create("/api/v1/cases/" + event.customerCase().number()))
                            .tag(Versions.tag(event.customerCase().version()))
                            .entity(JournalEntry.of(event).withoutWords())
                            .build();
            case Refused(String why) -> Problem.of(Status.CONFLICT, why).asResponse();
        };
    }

    private static Response unknown(String number) {
        return Problem.of(Status.NOT_FOUND, "There is no case " + number + ".").asResponse();
    }
}
