package org.redress.escalation.compensation;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.compensation.Powers.Approver;

/**
 * Something that is offered to a customer for what went wrong (ES-28). Each verb is a row of the
 * state table in the README.
 *
 * @param basis which loss it makes good; none once the words were erased
 * @param approver who is asked while it is PROPOSED
 */
@Schema(name = "CompensationOffer")
public record Offer(
        UUID offerId,
        Type type,
        Money money,
        @Nullable String basis,
        State state,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable Approver approver,
        @Nullable PersonId approvedBy,
        @Nullable Instant approvedAt,
        PersonId changedBy,
        Instant changedAt) {

    /** Wanted, and put to nobody yet. */
    static Offer of(Type type, Money money, String basis, PersonId by, Instant now) {
        return new Offer(
                UuidCreator.getTimeOrderedEpoch(),
                type,
                money,
                basis,
                State.PROPOSED,
                by,
                now,
                null,
                null,
                null,
                by,
                now);
    }

    /** What the customer gets. */
    public enum Type {
        REFUND,
        REPLACEMENT,
        VOUCHER,
        CASH,
        SERVICE,
        GIFT
    }

    /** How far it has come. */
    public enum State {
        PROPOSED,
        APPROVED,
        ACCEPTED,
        PAID,
        REFUSED,
        WITHDRAWN,
        DECLINED;

        /** What has been promised or paid, and counts against an authority. */
        static final Set<State> COUNTED = EnumSet.of(APPROVED, ACCEPTED, PAID);
    }

    /** What a verb came to. */
    sealed interface Answer {
        record Done(Offer offer) implements Answer {}

        /** It has come too far, or not far enough. */
        record Not(State state) implements Answer {}

        /** Somebody else has to look at it. */
        record FourEyes(PersonId person) implements Answer {}

        /** With what was promised before, it is more than they may. */
        record TooMuch(BigDecimal sum, BigDecimal upTo) implements Answer {}

        /** It is more than anybody may who could be asked. */
        record NobodyMay(BigDecimal sum) implements Answer {}
    }

    /**
     * What its proposer may promise themselves is approved at once; what is more goes up to who has
     * the least authority that suffices (ES-04, ES-29).
     *
     * @param before what was promised before, over the case and the customer
     * @param may whom the case doesn't concern
     */
    Answer propose(BigDecimal before, Powers powers, Predicate<PersonId> may) {
        return isWithin(before, powers.of(proposedBy, true, money.currency()))
                ? new Answer.Done(approved(proposedBy, proposedAt))
                : goUp(before, powers, may, proposedBy, proposedAt);
    }

    /** Whoever is asked is not there, or is asked too much by now: another one is asked. */
    Answer refer(
            BigDecimal before, Powers powers, Predicate<PersonId> may, PersonId by, Instant at) {
        return state == State.PROPOSED
                ? goUp(before, powers, may.and(Predicate.not(by::equals)), by, at)
                : new Answer.Not(state);
    }

    private Answer goUp(
            BigDecimal before, Powers powers, Predicate<PersonId> may, PersonId by, Instant at) {
        BigDecimal sum = before.add(money.amount());
        Optional<Approver> above =
                powers.above(sum, money.currency(), may.and(Predicate.not(proposedBy::equals)));
        return above.<Answer>map(asked ->
                        new Answer.Done(
                                with(State.PROPOSED, asked, approvedBy, approvedAt, by, at)))
                .orElseGet(() -> new Answer.NobodyMay(sum));
    }

    /** Somebody else may promise that much (four eyes). */
    Answer approve(BigDecimal before, Powers powers, PersonId by, Instant at) {
        if (state != State.PROPOSED) {
            return new Answer.Not(state);
        }
        if (by.equals(proposedBy)) {
            return new Answer.FourEyes(by);
        }
        BigDecimal upTo = powers.of(by, false, money.currency());
        return isWithin(before, upTo)
                ? new Answer.Done(approved(by, at))
                : new Answer.TooMuch(before.add(money.amount()), upTo);
    }

    /** Somebody else doesn't want it promised. */
    Answer refuse(PersonId by, Instant at) {
        return by.equals(proposedBy) && state == State.PROPOSED
                ? new Answer.FourEyes(by)
                : move(EnumSet.of(State.PROPOSED), State.REFUSED, by, at);
    }

    /** It is taken back before the customer has accepted it. */
    Answer withdraw(PersonId by, Instant at) {
        return move(EnumSet.of(State.PROPOSED, State.APPROVED), State.WITHDRAWN, by, at);
    }

    /** The customer takes it. */
    Answer accept(PersonId by, Instant at) {
        return move(EnumSet.of(State.APPROVED), State.ACCEPTED, by, at);
    }

    /** The customer doesn't want it. */
    Answer decline(PersonId by, Instant at) {
        return move(EnumSet.of(State.APPROVED), State.DECLINED, by, at);
    }

    /** The customer has got it. */
    Answer pay(PersonId by, Instant at) {
        return move(EnumSet.of(State.ACCEPTED), State.PAID, by, at);
    }

    private boolean isWithin(BigDecimal before, BigDecimal upTo) {
        return upTo.compareTo(before.add(money.amount())) >= 0;
    }

    private Offer approved(PersonId by, Instant at) {
        return with(State.APPROVED, null, by, at, by, at);
    }

    private Answer move(Set<State> from, State to, PersonId by, Instant at) {
        return from.contains(state)
                ? new Answer.Done(with(to, null, approvedBy, approvedAt, by, at))
                : new Answer.Not(state);
    }

    private Offer with(
            State now,
            @Nullable Approver asked,
            @Nullable PersonId approver,
            @Nullable Instant approval,
            PersonId by,
            Instant at) {
        return new Offer(
                offerId,
                type,
                money,
                basis,
                now,
                proposedBy,
                proposedAt,
                asked,
                approver,
                approval,
                by,
                at);
    }

    @Override
    public String toString() {
        return "Offer[" + offerId + ", " + state + "]";
    }
}
