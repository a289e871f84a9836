package org.redress.escalation.compensation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.escalation.compensation.CompensationWork.Proposal;
import org.redress.escalation.compensation.CompensationWork.Reason;
import org.redress.escalation.compensation.OfferEvent.Step;
import org.redress.escalation.handling.Attempt;
import org.redress.escalation.handling.CaseDoor;
import org.redress.escalation.handling.Hand;
import org.redress.escalation.handling.Handling;
import org.redress.escalation.handling.Outcome;
import org.redress.platform.web.Problem;

/** What is offered to the customer, by whose authority (ES-28, ES-29). */
@Path("/api/v1/cases/{number}/compensation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RunOnVirtualThread
@Tag(name = "Compensation", description = "What is offered to the customer")
class CompensationResource {

    private final CaseDoor door;
    private final Offers offers;
    private final CompensationDesk desk;

    CompensationResource(CaseDoor door, Offers offers, CompensationDesk desk) {
        this.door = door;
        this.offers = offers;
        this.desk = desk;
    }

    /** What somebody does with an offer. */
    @FunctionalInterface
    private interface Command {
        Outcome put(Handling handling, Offer offer, Hand hand, Instant now);
    }

    /** All offers of a case. */
    @Schema(name = "Compensation")
    record Compensation(List<Offer> offers) {}

    @GET
    @RolesAllowed({"handler", "manager", "commander"})
    @Operation(summary = "What was offered to the customer, the oldest first")
    @APIResponse(
            responseCode = "200",
            description = "Without the basis once the words were erased",
            content = @Content(schema = @Schema(implementation = Compensation.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no case with this number that you may see")
    public Response look(@PathParam("number") String number) {
        return door.show(number, of -> new Compensation(offers.of(of)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "I offer the customer something for what went wrong",
            description =
                    "What is within my authority, with all that was promised before over the case and over the customer, is approved at once. What is more waits for who has the least authority that suffices (ES-28, ES-29).")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(
            responseCode = "409",
            description = "The state of the case does not allow it, or nobody may approve it")
    public Response propose(
            @PathParam("number") String number,
            @BeanParam Attempt attempt,
            @NotNull @Valid Proposal request) {
        return Money.currency(request.currency())
                .map(currency ->
                        Money.of(request.amount(), currency)
                                .map(money -> propose(number, attempt, request, money))
                                .orElseGet(() ->
                                        Problem.badField(
                                                        "amount",
                                                        "is finer than the smallest coin of the currency")
                                                .asResponse()))
                .orElseGet(() -> Problem.badField("currency", "is not known").asResponse());
    }

    private Response propose(String number, Attempt attempt, Proposal request, Money money) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) ->
                        desk.propose(handling, request.type(), money, request.basis(), hand, now));
    }

    @POST
    @Path("{offerId}/approval")
    @RolesAllowed("manager")
    @Operation(
            summary = "The offer may be made",
            description =
                    "For whoever has a duty whose authority suffices, did not propose it and is not concerned.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It is more than you may, or decided already")
    public Response approve(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt) {
        return change(number, offerId, attempt, "", desk::approve);
    }

    @POST
    @Path("{offerId}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(summary = "The offer is not to be made")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It was decided already")
    public Response refuse(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Reason request) {
        return change(
                number,
                offerId,
                attempt,
                request,
                (handling, offer, hand, now) ->
                        desk.refuse(handling, offer, request.reason(), hand, now));
    }

    @POST
    @Path("{offerId}/referral")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(
            summary = "Somebody else has to decide",
            description =
                    "Who has the least authority that suffices by now is asked, other than the caller and the proposer.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It was decided already, or nobody may")
    public Response refer(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Reason request) {
        return change(
                number,
                offerId,
                attempt,
                request,
                (handling, offer, hand, now) ->
                        desk.refer(handling, offer, request.reason(), hand, now));
    }

    @POST
    @Path("{offerId}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "The offer is taken back before the customer has accepted it")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It has come too far")
    public Response withdraw(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Reason request) {
        return change(
                number,
                offerId,
                attempt,
                request,
                (handling, offer, hand, now) ->
                        desk.move(
                                handling,
                                offer.withdraw(hand.person(), now),
                                Step.WITHDRAWN,
                                request.reason(),
                                hand,
                                now));
    }

    @POST
    @Path("{offerId}/acceptance")
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "The customer accepts the offer")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It is not approved, or answered already")
    public Response accept(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt) {
        return change(
                number,
                offerId,
                attempt,
                "",
                (handling, offer, hand, now) ->
                        desk.move(
                                handling,
                                offer.accept(hand.person(), now),
                                Step.ACCEPTED,
                                null,
                                hand,
                                now));
    }

    @POST
    @Path("{offerId}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"handler", "manager"})
    @Operation(summary = "The customer declines the offer, and says why")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "It is not approved, or answered already")
    public Response decline(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt,
            @NotNull @Valid Reason request) {
        return change(
                number,
                offerId,
                attempt,
                request,
                (handling, offer, hand, now) ->
                        desk.move(
                                handling,
                                offer.decline(hand.person(), now),
                                Step.DECLINED,
                                request.reason(),
                                hand,
                                now));
    }

    @POST
    @Path("{offerId}/payment")
    @RolesAllowed({"handler", "manager"})
    @Operation(
            summary = "The customer has got it",
            description = "A record only: nothing is paid by it.")
    @APIResponse(responseCode = "200", description = "The handling as it is now")
    @APIResponse(responseCode = "409", description = "The customer has not accepted it")
    public Response pay(
            @PathParam("number") String number,
            @PathParam("offerId") UUID offerId,
            @BeanParam Attempt attempt) {
        return change(
                number,
                offerId,
                attempt,
                "",
                (handling, offer, hand, now) ->
                        desk.move(
                                handling,
                                offer.pay(hand.person(), now),
                                Step.PAID,
                                null,
                                hand,
                                now));
    }

    private Response change(
            String number, UUID offerId, Attempt attempt, Object request, Command command) {
        return door.change(
                number,
                attempt,
                request,
                (handling, hand, now) -> {
                    Optional<Offer> offer = desk.find(handling, offerId);
                    return command.put(
                            handling, offer.orElseThrow(CompensationResource::unknown), hand, now);
                });
    }

    private static RuntimeException unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such offer.")
                .violation("offerId", "is not known")
                .asException();
    }
}
