package org.redress.escalation.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.UnitPath;

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

    record Closed(
            CaseRef customerCase,
            int round,
            UnitPath unit,
            ClosedAs closedAs,
            @Nullable String note,
            Actor by,
            Instant at)
            implements HandlingEvent {}
}
