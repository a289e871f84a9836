package org.redress.escalation.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Milestone;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cases.Verdict;
import org.redress.escalation.cohandling.CoHandling;

/** What happened to a case. */
public sealed interface HandlingEvent {

    CaseRef customerCase();

    int round();

    /** The unit that owns the case after it. */
    UnitPath unit();

    Actor by();

    Instant at();

    /** The case has an owner and a weight, for the first time or changed ones. */
    record Assigned(
            CaseFacts facts,
            Status status,
            @Nullable PersonId handler,
            Change change,
            Actor by,
            Instant at)
            implements HandlingEvent {

        /** What an assessment changed of what was there before it. */
        public record Change(boolean first, boolean moved, boolean graver, boolean calmedDown) {

            static Change between(
                    @Nullable Assessment before, Assessment now, boolean first, boolean moved) {
                Severity was = before == null ? Severity.LOW : before.severity();
                return new Change(
                        first,
                        moved,
                        now.severity() != was && now.severity().isAtLeast(was),
                        was.isUrgent() && !now.severity().isUrgent());
            }
        }

        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /** Work went on. */
    record Progressed(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            Status status,
            Activity activity,
            PersonId handler,
            @Nullable String note,
            Actor by,
            Instant at)
            implements HandlingEvent {

        /** What was done. */
        public enum Activity {
            ACCEPTED,
            NOTE,
            FIRST_RESPONSE
        }
    }

    /**
     * Another person or unit answers for the case from now on (ES-01).
     *
     * @param from who handled it before, if anybody did and does no more
     * @param handler who handles it now, if anybody does
     */
    record HandedOver(
            CaseFacts facts,
            Status status,
            Way way,
            @Nullable PersonId from,
            UnitPath fromUnit,
            @Nullable PersonId handler,
            @Nullable String note,
            Actor by,
            Instant at)
            implements HandlingEvent {

        /** By which verb. */
        public enum Way {
            HAND_OVER,
            TAKE_OVER,
            RETURN,
            REFERRAL,
            RECUSAL
        }

        /** Whether nobody handles it any more, or another unit has to receive it. */
        boolean isLeft() {
            return handler == null && (from != null || !unit().equals(fromUnit));
        }

        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /**
     * Something happened to a directive (ES-44).
     *
     * @param words what was wanted, or answered
     */
    record Directed(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            Directive directive,
            Step step,
            @Nullable String words,
            Actor by,
            Instant at)
            implements HandlingEvent {

        /** How far it has come. */
        public enum Step {
            ISSUED,
            RECEIVED,
            ANSWERED
        }
    }

    /**
     * Something happened to what another unit was asked for (ES-40).
     *
     * @param words what was asked or answered, or why that does not do
     */
    record CoHandled(
            CaseFacts facts,
            CoHandling coHandling,
            @Nullable PersonId handler,
            @Nullable String words,
            Actor by,
            Instant at)
            implements HandlingEvent {
        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /** Somebody wants the next to be reached now (ES-04). */
    record Escalated(CaseFacts facts, Status status, String reason, Actor by, Instant at)
            implements HandlingEvent {
        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /**
     * The customer asks again, and wants it to go on (催单, ES-44).
     *
     * @param times how often they have by now
     */
    record Urged(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            @Nullable PersonId handler,
            int times,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /** The case came to no result so often that the unit above looks after it (ES-44). */
    record ProblemDeclared(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            UnitPath supervisedBy,
            int passes,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /**
     * Something was added to a case; the feature that added it tells of it.
     *
     * @param activity what, as the journal has it
     */
    record Noted(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            String activity,
            @Nullable String words,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /** It is clear what is true, what of the demand is justified, and who answers for it. */
    record Verified(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            Verdict verdict,
            String reason,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /** The customer has an answer. */
    record Resolved(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            PersonId handler,
            String resolution,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /** The customer was not satisfied: another round, one tier up (IN-20). */
    record Reopened(CaseFacts facts, Status status, @Nullable String reason, Actor by, Instant at)
            implements HandlingEvent {
        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /**
     * The customer was promised another time (IN-11).
     *
     * @param before what they were told before, if anything
     * @param reason in words for the customer
     */
    record PromiseChanged(
            CaseFacts facts,
            Status status,
            Milestone milestone,
            @Nullable Instant before,
            Instant dueAt,
            String reason,
            Actor by,
            Instant at)
            implements HandlingEvent {
        @Override
        public CaseRef customerCase() {
            return facts.ref();
        }

        @Override
        public int round() {
            return facts.round();
        }

        @Override
        public UnitPath unit() {
            return facts.unit();
        }
    }

    /** Somebody proposes to close the case although the customer does not agree (IN-21). */
    record EndProposed(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            boolean contrary,
            String words,
            Actor by,
            Instant at)
            implements HandlingEvent {}

    /** A manager wants more to be tried. */
    record EndRefused(
            CaseRef customerCase, int round, UnitPath unit, String reason, Actor by, Instant at)
            implements HandlingEvent {}

    /**
     * The case is over.
     *
     * @param note what was said of it; for the customer, if a handler ended the case
     */
    record Closed(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            ClosedAs closedAs,
            @Nullable String note,
            @Nullable PersonId handler,
            @Nullable Boolean adopted,
            @Nullable CaseNumber duplicateOf,
            Actor by,
            Instant at)
            implements HandlingEvent {}
}
