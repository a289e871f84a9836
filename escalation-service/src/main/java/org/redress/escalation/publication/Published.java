package org.redress.escalation.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Milestone;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.cases.Verdict;
import org.redress.escalation.clocks.CaseClock;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.compensation.Money;
import org.redress.escalation.compensation.Offer;
import org.redress.escalation.handling.ClosedAs;
import org.redress.escalation.handling.Directive;
import org.redress.escalation.handling.HandlingEvent.HandedOver.Way;
import org.redress.escalation.handling.HandlingEvent.Progressed.Activity;
import org.redress.escalation.handling.Notice;
import org.redress.escalation.handling.Status;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.Deed;
import org.redress.escalation.paging.Settlement;
import org.redress.escalation.paging.Via;

/** The payloads, as contracts/escalation has them. */
sealed interface Published {

    /** The type of the event. */
    String type();

    /** What every event about a case says; the version grows with each event of the case. */
    record About(
            CaseId caseId,
            CaseNumber caseNumber,
            int round,
            Instant occurredAt,
            Instant recordedAt,
            Actor actor,
            long version) {}

    record CaseAssigned(
            @JsonUnwrapped About about,
            Status status,
            Tier tier,
            UnitPath ownerUnit,
            @Nullable PersonId handler,
            Severity severity,
            CaseClass caseClass,
            String category,
            ResponseLevel responseLevel,
            Priority priority)
            implements Published {
        @Override
        public String type() {
            return "redress.case.assigned.v1";
        }
    }

    record CaseHandedOver(
            @JsonUnwrapped About about,
            Status status,
            Way way,
            @Nullable PersonId from,
            UnitPath fromUnit,
            @Nullable PersonId handler,
            UnitPath ownerUnit,
            Tier tier,
            @Nullable String note)
            implements Published {
        @Override
        public String type() {
            return "redress.case.handed-over.v1";
        }
    }

    record DirectiveIssued(
            @JsonUnwrapped About about,
            UUID directiveId,
            Directive.Kind kind,
            UnitPath unit,
            Instant dueAt,
            String words)
            implements Published {
        @Override
        public String type() {
            return "redress.directive.issued.v1";
        }
    }

    record DirectiveReceived(@JsonUnwrapped About about, UUID directiveId, Directive.Kind kind)
            implements Published {
        @Override
        public String type() {
            return "redress.directive.received.v1";
        }
    }

    record DirectiveAnswered(
            @JsonUnwrapped About about,
            UUID directiveId,
            Directive.Kind kind,
            Instant dueAt,
            String answer)
            implements Published {
        @Override
        public String type() {
            return "redress.directive.answered.v1";
        }
    }

    /** Of what another unit is asked for: how far it has come, with what was said. */
    record CoHandlingTold(
            @JsonIgnore String type,
            @JsonUnwrapped About about,
            UUID coHandlingId,
            UnitPath unit,
            @Nullable Instant dueAt,
            @Nullable String words)
            implements Published {}

    /** Somebody is told something of the case, quietly. */
    record NoticeGiven(
            @JsonUnwrapped About about,
            PersonId personId,
            Notice.Occasion occasion,
            @Nullable Instant dueAt)
            implements Published {
        @Override
        public String type() {
            return "redress.notice.given.v1";
        }
    }

    record ProblemDeclared(@JsonUnwrapped About about, UnitPath supervisingUnit, int passes)
            implements Published {
        @Override
        public String type() {
            return "redress.case.problem-declared.v1";
        }
    }

    record CaseVerified(
            @JsonUnwrapped About about,
            Verdict.Truth truth,
            Verdict.Demand demand,
            Verdict.Liability liability)
            implements Published {
        @Override
        public String type() {
            return "redress.case.verified.v1";
        }
    }

    /** What happened to an offer (ES-28, ES-29); each step is a type of its own. */
    record Compensation(
            @JsonIgnore String type,
            @JsonUnwrapped About about,
            UUID offerId,
            Offer.Type kind,
            Money money,
            @Nullable String approverRole,
            @Nullable PersonId approver)
            implements Published {}

    record CaseProgressed(
            @JsonUnwrapped About about,
            Status status,
            Activity activity,
            PersonId handler,
            @Nullable String note)
            implements Published {
        @Override
        public String type() {
            return "redress.case.progressed.v1";
        }
    }

    record CaseResolved(
            @JsonUnwrapped About about, Status status, PersonId handler, String resolution)
            implements Published {
        @Override
        public String type() {
            return "redress.case.resolved.v1";
        }
    }

    record CaseReopened(
            @JsonUnwrapped About about, Status status, Tier tier, @Nullable String reason)
            implements Published {
        @Override
        public String type() {
            return "redress.case.reopened.v1";
        }
    }

    record PromiseChanged(
            @JsonUnwrapped About about,
            Status status,
            Milestone milestone,
            @Nullable Instant promisedAt,
            Instant dueAt,
            String reason)
            implements Published {
        @Override
        public String type() {
            return "redress.case.promise-changed.v1";
        }
    }

    record EndProposed(@JsonUnwrapped About about, ClosedAs closeAs, boolean contrary, String words)
            implements Published {
        @Override
        public String type() {
            return "redress.case.end-proposed.v1";
        }
    }

    record EndRefused(@JsonUnwrapped About about, ClosedAs closeAs, String reason)
            implements Published {
        @Override
        public String type() {
            return "redress.case.end-refused.v1";
        }
    }

    record CaseClosed(
            @JsonUnwrapped About about,
            Status status,
            ClosedAs closedAs,
            @Nullable String words,
            @Nullable Boolean adopted,
            @Nullable CaseNumber duplicateOf)
            implements Published {
        @Override
        public String type() {
            return "redress.case.closed.v1";
        }
    }

    /**
     * Of a clock: started, breached, resumed, re-based; warned, and whom that reminds; paused, with
     * what it waits for; extended, by how much; or, with the instant at which it was met, met.
     */
    record ClockTold(
            @JsonIgnore String type,
            @JsonUnwrapped About about,
            UUID clockId,
            ClockName clock,
            @Nullable String reference,
            String calendar,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            @Nullable Instant promisedAt,
            CaseClock.Binding binds,
            @Nullable Pause waitsFor,
            @Nullable PersonId reminds,
            @Nullable Duration extendedBy,
            @Nullable Instant metAt)
            implements Published {}

    record EscalationRaised(
            @JsonUnwrapped About about,
            UUID escalationId,
            UUID pageId,
            String policyId,
            int policyVersion,
            int step,
            int repeat,
            String roleId,
            Holder holder,
            PersonId personId,
            UnitPath unit,
            Severity severity,
            CaseClass caseClass,
            String category,
            ResponseLevel responseLevel,
            Trigger trigger,
            @Nullable ClockName clock,
            @Nullable Instant clockDueAt,
            Instant acknowledgeBy,
            List<Next> next)
            implements Published {
        @Override
        public String type() {
            return "redress.escalation.raised.v1";
        }
    }

    /** Who is reached next, and when, unless somebody acknowledges. */
    record Next(Instant at, String roleId, Holder holder, PersonId personId) {}

    record EscalationAcknowledged(
            @JsonUnwrapped About about,
            UUID escalationId,
            @Nullable UUID pageId,
            int step,
            PersonId personId,
            Via via)
            implements Published {
        @Override
        public String type() {
            return "redress.escalation.acknowledged.v1";
        }
    }

    record EscalationSettled(
            @JsonUnwrapped About about,
            UUID escalationId,
            Settlement outcome,
            @Nullable PersonId handler,
            List<Told> pages)
            implements Published {
        @Override
        public String type() {
            return "redress.escalation.settled.v1";
        }
    }

    /** A page that went out, and to whom. */
    record Told(UUID pageId, PersonId personId) {}

    /** Until when the next is put off, or when somebody will be there, if it is of that. */
    record EscalationProgressed(
            @JsonUnwrapped About about, UUID escalationId, Deed activity, @Nullable Instant until)
            implements Published {
        @Override
        public String type() {
            return "redress.escalation.progressed.v1";
        }
    }

    record EscalationExhausted(
            @JsonUnwrapped About about,
            UUID escalationId,
            String policyId,
            int policyVersion,
            int steps)
            implements Published {
        @Override
        public String type() {
            return "redress.escalation.exhausted.v1";
        }
    }
}
