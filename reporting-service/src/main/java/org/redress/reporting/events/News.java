package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event tells. The components are the fields of the published payloads that reporting
 * reads, under the same names; free text and contact points have no component here.
 */
public sealed interface News {

    /** News of escalation that names the tier on which the case is handled. */
    sealed interface Tiered extends News {
        Code tier();
    }

    /** News that names the status, of which escalation is the single writer. */
    sealed interface Standing extends News {
        Code status();
    }

    /** News that may change what the agent heard. */
    sealed interface Flagged extends News {
        @Nullable Flags flags();
    }

    /** What the agent heard; an absent flag of a correction is an unchanged one. */
    record Flags(
            boolean injuryOrDanger,
            boolean mediaInvolved,
            boolean regulatorInvolved,
            int crowdSize,
            @Nullable Money propertyLoss) {}

    record Money(BigDecimal amount, Code currency) {
        public Money {
            amount = Sensible.amount(amount, "amount");
            requireNonNull(currency, "currency");
        }
    }

    record Signal(Code signal) {
        public Signal {
            requireNonNull(signal, "signal");
        }
    }

    record Recipient(Code kind, String id) {
        public Recipient {
            requireNonNull(kind, "recipient.kind");
            requireNonNull(id, "recipient.id");
        }
    }

    // redress.cases

    record Registered(Code channel, Code customerTier, Code language, Flags flags)
            implements Flagged {
        public Registered {
            requireNonNull(channel, "channel");
            requireNonNull(customerTier, "customerTier");
            requireNonNull(language, "language");
            requireNonNull(flags, "flags");
        }
    }

    record Corrected(@Nullable Flags flags) implements Flagged {}

    record ContactLogged(Code direction, Code channel) implements News {
        public ContactLogged {
            requireNonNull(direction, "direction");
            requireNonNull(channel, "channel");
        }
    }

    record SatisfactionRecorded(Code outcome, int attempt) implements News {
        public SatisfactionRecorded {
            requireNonNull(outcome, "outcome");
        }
    }

    record Withdrawn() implements News {}

    // redress.assessments

    record Assessed(
            int revision,
            Code caseClass,
            Code category,
            Code severity,
            Code conductLevel,
            Code responseLevel,
            Code priority,
            Code tier,
            UnitPath ownerUnit,
            List<Signal> signals)
            implements News {
        public Assessed {
            Sensible.turn(revision, "revision");
            requireNonNull(caseClass, "caseClass");
            requireNonNull(category, "category");
            requireNonNull(severity, "severity");
            requireNonNull(conductLevel, "conductLevel");
            requireNonNull(responseLevel, "responseLevel");
            requireNonNull(priority, "priority");
            requireNonNull(tier, "tier");
            requireNonNull(ownerUnit, "ownerUnit");
            signals = List.copyOf(signals);
        }
    }

    // redress.handling

    record Assigned(Code status, Code tier, UnitPath ownerUnit, @Nullable String handler)
            implements Tiered, Standing {
        public Assigned {
            requireNonNull(status, "status");
            requireNonNull(tier, "tier");
            requireNonNull(ownerUnit, "ownerUnit");
        }
    }

    /** Why the case is another's; the assignment that follows says how it stands. */
    record HandedOver(
            Code status,
            Code way,
            @Nullable String from,
            UnitPath fromUnit,
            @Nullable String handler,
            UnitPath ownerUnit,
            Code tier)
            implements News {
        public HandedOver {
            requireNonNull(status, "status");
            requireNonNull(way, "way");
            requireNonNull(fromUnit, "fromUnit");
            requireNonNull(ownerUnit, "ownerUnit");
            requireNonNull(tier, "tier");
        }
    }

    record Progressed(Code status, Code activity, @Nullable String handler) implements Standing {
        public Progressed {
            requireNonNull(status, "status");
            requireNonNull(activity, "activity");
        }
    }

    record Resolved(Code status, String handler) implements Standing {
        public Resolved {
            requireNonNull(status, "status");
            requireNonNull(handler, "handler");
        }
    }

    record Reopened(Code status, Code tier) implements Tiered, Standing {
        public Reopened {
            requireNonNull(status, "status");
            requireNonNull(tier, "tier");
        }
    }

    record Verified(Code truth, Code demand, Code liability) implements News {
        public Verified {
            requireNonNull(truth, "truth");
            requireNonNull(demand, "demand");
            requireNonNull(liability, "liability");
        }
    }

    /** Something happened to an offer; what it is worth stays the same. */
    sealed interface Compensated extends News {
        String offerId();

        Money money();
    }

    record CompensationOffered(String offerId, Code kind, Money money, @Nullable String approver)
            implements Compensated {
        public CompensationOffered {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationApproved(String offerId, Code kind, Money money) implements Compensated {
        public CompensationApproved {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationRefused(String offerId, Code kind, Money money) implements Compensated {
        public CompensationRefused {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationAccepted(String offerId, Code kind, Money money) implements Compensated {
        public CompensationAccepted {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationDeclined(String offerId, Code kind, Money money) implements Compensated {
        public CompensationDeclined {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationWithdrawn(String offerId, Code kind, Money money) implements Compensated {
        public CompensationWithdrawn {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record CompensationPaid(String offerId, Code kind, Money money) implements Compensated {
        public CompensationPaid {
            requireNonNull(offerId, "offerId");
            requireNonNull(kind, "kind");
            requireNonNull(money, "money");
        }
    }

    record EndProposed(Code closeAs) implements News {
        public EndProposed {
            requireNonNull(closeAs, "closeAs");
        }
    }

    record EndRefused(Code closeAs) implements News {
        public EndRefused {
            requireNonNull(closeAs, "closeAs");
        }
    }

    record Closed(Code status, Code closedAs, @Nullable String duplicateOf) implements Standing {
        public Closed {
            requireNonNull(status, "status");
            requireNonNull(closedAs, "closedAs");
        }
    }

    /** News of what another unit is asked for. */
    sealed interface CoHandled extends News {
        String coHandlingId();

        UnitPath unit();
    }

    record CoHandlingRequested(String coHandlingId, UnitPath unit, @Nullable Instant dueAt)
            implements CoHandled {
        public CoHandlingRequested {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
            if (dueAt != null) {
                Sensible.moment(dueAt, "dueAt");
            }
        }
    }

    record CoHandlingReceived(String coHandlingId, UnitPath unit) implements CoHandled {
        public CoHandlingReceived {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
        }
    }

    record CoHandlingAnswered(String coHandlingId, UnitPath unit) implements CoHandled {
        public CoHandlingAnswered {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
        }
    }

    record CoHandlingReturned(String coHandlingId, UnitPath unit, @Nullable Instant dueAt)
            implements CoHandled {
        public CoHandlingReturned {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
            if (dueAt != null) {
                Sensible.moment(dueAt, "dueAt");
            }
        }
    }

    record CoHandlingAccepted(String coHandlingId, UnitPath unit) implements CoHandled {
        public CoHandlingAccepted {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
        }
    }

    record CoHandlingWithdrawn(String coHandlingId, UnitPath unit) implements CoHandled {
        public CoHandlingWithdrawn {
            requireNonNull(coHandlingId, "coHandlingId");
            requireNonNull(unit, "unit");
        }
    }

    record ProblemDeclared(UnitPath supervisingUnit, int passes) implements News {
        public ProblemDeclared {
            requireNonNull(supervisingUnit, "supervisingUnit");
        }
    }

    record DirectiveIssued(String directiveId, Code kind, UnitPath unit, Instant dueAt)
            implements News {
        public DirectiveIssued {
            requireNonNull(directiveId, "directiveId");
            requireNonNull(kind, "kind");
            requireNonNull(unit, "unit");
            Sensible.moment(dueAt, "dueAt");
        }
    }

    record DirectiveReceived(String directiveId, Code kind) implements News {
        public DirectiveReceived {
            requireNonNull(directiveId, "directiveId");
            requireNonNull(kind, "kind");
        }
    }

    record DirectiveAnswered(String directiveId, Code kind, Instant dueAt) implements News {
        public DirectiveAnswered {
            requireNonNull(directiveId, "directiveId");
            requireNonNull(kind, "kind");
            Sensible.moment(dueAt, "dueAt");
        }
    }

    record ClockStarted(String clockId, Code clock, Instant dueAt) implements News {
        public ClockStarted {
            requireNonNull(clockId, "clockId");
            requireNonNull(clock, "clock");
            Sensible.moment(dueAt, "dueAt");
        }
    }

    record ClockWarned(String clockId, Code clock, Instant dueAt) implements News {
        public ClockWarned {
            requireNonNull(clockId, "clockId");
            requireNonNull(clock, "clock");
            Sensible.moment(dueAt, "dueAt");
        }
    }

    record ClockBreached(String clockId, Code clock, Instant dueAt) implements News {
        public ClockBreached {
            requireNonNull(clockId, "clockId");
            requireNonNull(clock, "clock");
            Sensible.moment(dueAt, "dueAt");
        }
    }

    record ClockMet(String clockId, Code clock, Instant dueAt, Instant metAt) implements News {
        public ClockMet {
            requireNonNull(clockId, "clockId");
            requireNonNull(clock, "clock");
            Sensible.moment(dueAt, "dueAt");
            Sensible.moment(metAt, "metAt");
        }

        /** Whether in time: what was breached before stays breached, and was kept late (C10). */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public Code kept() {
            return new Code(metAt.isAfter(dueAt) ? "LATE" : "IN_TIME");
        }
    }

    record EscalationRaised(
            String escalationId,
            String pageId,
            int step,
            int repeat,
            String roleId,
            Code holder,
            String personId,
            UnitPath unit,
            Code trigger,
            Instant acknowledgeBy)
            implements News {
        public EscalationRaised {
            requireNonNull(escalationId, "escalationId");
            requireNonNull(pageId, "pageId");
            requireNonNull(roleId, "roleId");
            requireNonNull(holder, "holder");
            requireNonNull(personId, "personId");
            requireNonNull(unit, "unit");
            requireNonNull(trigger, "trigger");
            Sensible.moment(acknowledgeBy, "acknowledgeBy");
        }
    }

    record EscalationAcknowledged(String escalationId, int step, String personId, Code via)
            implements News {
        public EscalationAcknowledged {
            requireNonNull(escalationId, "escalationId");
            requireNonNull(personId, "personId");
            requireNonNull(via, "via");
        }
    }

    record EscalationExhausted(String escalationId, int steps) implements News {
        public EscalationExhausted {
            requireNonNull(escalationId, "escalationId");
        }
    }

    record EscalationSettled(String escalationId, Code outcome, @Nullable String handler)
            implements News {
        public EscalationSettled {
            requireNonNull(escalationId, "escalationId");
            requireNonNull(outcome, "outcome");
        }
    }

    // redress.deliveries

    record MessageSent(
            String messageId, Code purpose, Code channel, Recipient recipient, int attempt)
            implements News {
        public MessageSent {
            requireNonNull(messageId, "messageId");
            requireNonNull(purpose, "purpose");
            requireNonNull(channel, "channel");
            requireNonNull(recipient, "recipient");
        }
    }

    record MessageFailed(
            String messageId,
            Code purpose,
            Code channel,
            Recipient recipient,
            int attempt,
            @JsonProperty("final") boolean last)
            implements News {
        public MessageFailed {
            requireNonNull(messageId, "messageId");
            requireNonNull(purpose, "purpose");
            requireNonNull(channel, "channel");
            requireNonNull(recipient, "recipient");
        }
    }

    record MessageAcknowledged(String messageId, String personId, Code via) implements News {
        public MessageAcknowledged {
            requireNonNull(messageId, "messageId");
            requireNonNull(personId, "personId");
            requireNonNull(via, "via");
        }
    }
}
