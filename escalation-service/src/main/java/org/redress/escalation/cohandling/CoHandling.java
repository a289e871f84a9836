package org.redress.escalation.cohandling;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;

/**
 * What the lead of a case asks another unit for, and how far that has come. Each verb answers for
 * every state; the README shows the table. The words stand in the journal.
 *
 * @param unit the unit that is asked
 * @param dueAt when the answer is due
 * @param returned whether the lead has returned an answer; once is enough
 */
public record CoHandling(
        UUID coHandlingId,
        UnitPath unit,
        State state,
        PersonId requestedBy,
        Instant requestedAt,
        @Nullable Instant dueAt,
        @Nullable PersonId receivedBy,
        @Nullable Instant receivedAt,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt,
        boolean returned,
        @Nullable Instant endedAt) {

    /** How far it has come; each is told when it is reached. */
    public enum State {
        REQUESTED,
        RECEIVED,
        ANSWERED,
        /** The answer does not do; another one is waited for. */
        RETURNED,
        ACCEPTED,
        /** The lead, or the end of the case, wants no answer any more. */
        WITHDRAWN;

        /** Whether the unit still has to answer. */
        public boolean isOwed() {
            return this == REQUESTED || this == RECEIVED || this == RETURNED;
        }

        /** Whether nobody waits for anybody any more. */
        public boolean isOver() {
            return this == ACCEPTED || this == WITHDRAWN;
        }
    }

    /** What a verb came to. */
    public sealed interface Move {

        /** It stands like this now. */
        record Made(CoHandling next) implements Move {}

        /** It stood like this before. */
        record None() implements Move {}

        record Refused(Refusal why) implements Move {}
    }

    /** Why a verb is refused. */
    public enum Refusal {
        NOT_ANSWERED,
        ANSWERED,
        RETURNED_ONCE,
        OVER
    }

    /** Asked now. */
    public static CoHandling request(
            UnitPath unit, PersonId by, Instant now, @Nullable Instant dueAt) {
        return new CoHandling(
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                State.REQUESTED,
                by,
                now,
                dueAt,
                null,
                null,
                null,
                null,
                false,
                null);
    }

    /** The unit knows what it is asked for (签收). */
    public Move receive(PersonId by, Instant now) {
        return switch (state) {
            case REQUESTED -> new Move.Made(received(by, now));
            case RECEIVED, ANSWERED, RETURNED -> new Move.None();
            case ACCEPTED, WITHDRAWN -> new Move.Refused(Refusal.OVER);
        };
    }

    /** The unit answers the lead; whoever answers has received it. */
    public Move answer(PersonId by, Instant now) {
        return switch (state) {
            case REQUESTED -> new Move.Made(received(by, now).answered(by, now));
            case RECEIVED, RETURNED -> new Move.Made(answered(by, now));
            case ANSWERED -> new Move.Refused(Refusal.ANSWERED);
            case ACCEPTED, WITHDRAWN -> new Move.Refused(Refusal.OVER);
        };
    }

    /** The answer does. */
    public Move accept(Instant now) {
        return switch (state) {
            case REQUESTED, RECEIVED, RETURNED -> new Move.Refused(Refusal.NOT_ANSWERED);
            case ANSWERED -> new Move.Made(ended(State.ACCEPTED, now));
            case ACCEPTED -> new Move.None();
            case WITHDRAWN -> new Move.Refused(Refusal.OVER);
        };
    }

    /** The answer does not do; once only, or two units would play a case to and fro. */
    public Move giveBack(@Nullable Instant dueAnew) {
        return switch (state) {
            case REQUESTED, RECEIVED, RETURNED -> new Move.Refused(Refusal.NOT_ANSWERED);
            case ANSWERED ->
                    returned
                            ? new Move.Refused(Refusal.RETURNED_ONCE)
                            : new Move.Made(
                                    with(
                                            State.RETURNED,
                                            dueAnew,
                                            receivedBy,
                                            receivedAt,
                                            null,
                                            null,
                                            true,
                                            null));
            case ACCEPTED, WITHDRAWN -> new Move.Refused(Refusal.OVER);
        };
    }

    /** Nobody wants an answer any more. */
    public Move withdraw(Instant now) {
        return switch (state) {
            case REQUESTED, RECEIVED, ANSWERED, RETURNED ->
                    new Move.Made(ended(State.WITHDRAWN, now));
            case ACCEPTED -> new Move.Refused(Refusal.OVER);
            case WITHDRAWN -> new Move.None();
        };
    }

    /** The same, due by then unless it was due sooner. */
    public CoHandling dueNoLaterThan(Instant then) {
        return dueAt != null && dueAt.isBefore(then)
                ? this
                : with(
                        state,
                        then,
                        receivedBy,
                        receivedAt,
                        answeredBy,
                        answeredAt,
                        returned,
                        endedAt);
    }

    private CoHandling received(PersonId by, Instant now) {
        return with(State.RECEIVED, dueAt, by, now, answeredBy, answeredAt, returned, endedAt);
    }

    private CoHandling answered(PersonId by, Instant now) {
        return with(State.ANSWERED, dueAt, receivedBy, receivedAt, by, now, returned, endedAt);
    }

    private CoHandling ended(State as, Instant now) {
        return with(as, dueAt, receivedBy, receivedAt, answeredBy, answeredAt, returned, now);
    }

    private CoHandling with(
            State state,
            @Nullable Instant dueAt,
            @Nullable PersonId receivedBy,
            @Nullable Instant receivedAt,
            @Nullable PersonId answeredBy,
            @Nullable Instant answeredAt,
            boolean returned,
            @Nullable Instant endedAt) {
        return new CoHandling(
                coHandlingId,
                unit,
                state,
                requestedBy,
                requestedAt,
                dueAt,
                receivedBy,
                receivedAt,
                answeredBy,
                answeredAt,
                returned,
                endedAt);
    }
}
