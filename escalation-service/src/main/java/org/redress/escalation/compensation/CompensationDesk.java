package org.redress.escalation.compensation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.compensation.Offer.Answer;
import org.redress.escalation.compensation.Offer.State;
import org.redress.escalation.compensation.OfferEvent.Step;
import org.redress.escalation.handling.Hand;
import org.redress.escalation.handling.Handling;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.organisation.OrganisationStore;

/**
 * Puts what people want to an offer, with what was promised before and who may promise how much;
 * all in the transaction that holds the row of the case.
 */
@ApplicationScoped
class CompensationDesk {

    private final Offers offers;
    private final OrganisationStore organisation;
    private final Event<OfferEvent> events;
    private final Duration splitWithin;

    CompensationDesk(
            Offers offers,
            OrganisationStore organisation,
            Event<OfferEvent> events,
            @ConfigProperty(name = "redress.split-within") Duration splitWithin) {
        this.offers = offers;
        this.organisation = organisation;
        this.events = events;
        this.splitWithin = splitWithin;
    }

    Outcome propose(
            Handling handling, Offer.Type type, Money money, String basis, Hand hand, Instant now) {
        Offer wanted = Offer.of(type, money, basis, hand.person(), now);
        BigDecimal before = before(handling, money, now);
        return switch (wanted.propose(before, powers(handling, now), mayDecide(handling))) {
            case Answer.Done(Offer offer) -> {
                Outcome outcome = handling.inquire("COMPENSATION_OFFERED", hand, now);
                if (outcome instanceof Outcome.Done) {
                    offers.add(handling.id(), handling.customer(), offer);
                    tell(handling, offer, Step.OFFERED, hand, now);
                    if (offer.state() == State.APPROVED) {
                        tell(handling, offer, Step.APPROVED, hand, now);
                    }
                }
                yield outcome;
            }
            case Answer refused -> refusal(refused);
        };
    }

    Outcome approve(Handling handling, Offer offer, Hand hand, Instant now) {
        BigDecimal before = before(handling, offer.money(), now);
        Answer answer = offer.approve(before, powers(handling, now), hand.person(), now);
        return keep(
                handling,
                answer,
                Step.APPROVED,
                () -> handling.decide("COMPENSATION_APPROVED", null, hand, now),
                hand,
                now);
    }

    Outcome refuse(Handling handling, Offer offer, String reason, Hand hand, Instant now) {
        return keep(
                handling,
                offer.refuse(hand.person(), now),
                Step.REFUSED,
                () -> handling.decide("COMPENSATION_REFUSED", reason, hand, now),
                hand,
                now);
    }

    /** Another one is asked. */
    Outcome refer(Handling handling, Offer offer, String reason, Hand hand, Instant now) {
        Answer answer =
                offer.refer(
                        before(handling, offer.money(), now),
                        powers(handling, now),
                        mayDecide(handling),
                        hand.person(),
                        now);
        return keep(
                handling,
                answer,
                Step.OFFERED,
                () -> handling.decide("COMPENSATION_REFERRED", reason, hand, now),
                hand,
                now);
    }

    /** What its handler, or a manager for them, does with it. */
    Outcome move(
            Handling handling,
            Answer answer,
            Step step,
            @Nullable String reason,
            Hand hand,
            Instant now) {
        return keep(
                handling,
                answer,
                step,
                () -> handling.follow("COMPENSATION_" + step, reason, hand, now),
                hand,
                now);
    }

    private Outcome keep(
            Handling handling,
            Answer answer,
            Step step,
            Supplier<Outcome> command,
            Hand hand,
            Instant now) {
        return switch (answer) {
            case Answer.Done(Offer offer) -> {
                Outcome outcome = command.get();
                if (outcome instanceof Outcome.Done) {
                    offers.update(offer);
                    tell(handling, offer, step, hand, now);
                }
                yield outcome;
            }
            case Answer refused -> refusal(refused);
        };
    }

    private static Outcome refusal(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> new Outcome.Unchanged();
            case Answer.Not(State state) -> new Outcome.OfferIs(state.name());
            case Answer.FourEyes(PersonId person) -> new Outcome.FourEyes(person);
            case Answer.TooMuch(BigDecimal sum, BigDecimal upTo) -> new Outcome.TooMuch(sum, upTo);
            case Answer.NobodyMay(BigDecimal sum) -> new Outcome.NobodyMay(sum);
        };
    }

    private BigDecimal before(Handling handling, Money money, Instant now) {
        return offers.promised(
                handling.id(), handling.customer(), money.currency(), now.minus(splitWithin));
    }

    private Powers powers(Handling handling, Instant now) {
        return Powers.in(organisation.current(), handling.ownerUnit(), now);
    }

    private static Predicate<PersonId> mayDecide(Handling handling) {
        return person -> !handling.isRecused(person);
    }

    private void tell(Handling handling, Offer offer, Step step, Hand hand, Instant now) {
        events.fire(
                new OfferEvent(
                        handling.ref(),
                        handling.round(),
                        handling.ownerUnit(),
                        offer,
                        step,
                        hand.actor(),
                        now));
    }

    /** The offer of a case, if it has one with that id. */
    Optional<Offer> find(Handling handling, UUID id) {
        return offers.of(handling.id()).stream()
                .filter(offer -> offer.offerId().equals(id))
                .findFirst();
    }
}
