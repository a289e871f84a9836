package org.redress.escalation.handling;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;

/** How a case stands: what {@code Handling} decides by, and what it changes. */
@MappedSuperclass
abstract class Standing {

    /** Sorts after whatever may be due. */
    static final Instant NOTHING_DUE = Instant.parse("2100-01-01T00:00:00Z");

    @EmbeddedId CaseId id;

    @Column(name = "case_number")
    CaseNumber number;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @Enumerated(EnumType.STRING)
    Status status = Status.NEW;

    @Enumerated(EnumType.STRING)
    @Column(name = "closed_as")
    @Nullable ClosedAs closedAs;

    int round = 1;

    @Enumerated(EnumType.STRING)
    Tier tier = Tier.T1;

    @Column(name = "owner_unit")
    UnitPath ownerUnit;

    @Nullable PersonId handler;
    boolean responded;
    @Embedded @Nullable Assessment assessment;
    @Embedded @Nullable Promises promises;
    @Embedded @Nullable Origin origin;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    /** What is due next of what was promised; {@link #NOTHING_DUE} if nothing is. */
    @Column(name = "next_due_at")
    Instant nextDueAt = NOTHING_DUE;

    @Enumerated(EnumType.STRING)
    @Column(name = "next_due_clock")
    @Nullable ClockName nextDueClock;

    /** Whether a clock is paused until the customer has done something. */
    @Column(name = "waits_for_customer")
    boolean waitsForCustomer;

    /** Whom the case concerns, apart by spaces. */
    String recused = "";

    /** The units whose answer the case waits for, or that of which is not accepted yet. */
    String asked = "";

    /** How often the customer has asked again. */
    int urged;

    /** How often the case has been passed on or reopened, without a result that held. */
    int passes;

    /** The unit above that looks after a case that comes to no result. */
    @Column(name = "supervised_by")
    @Nullable UnitPath supervisedBy;

    @Column(name = "end_proposed_by")
    @Nullable PersonId endProposedBy;

    @Nullable Boolean adopted;

    @Column(name = "duplicate_of")
    @Nullable CaseNumber duplicateOf;

    @Version long version;

    /** How many events have been told of the case; telling changes nothing of how it stands. */
    @OptimisticLock(excluded = true)
    long told;

    /** Whether something that was said of the case waits until it has come on. */
    @Formula("exists (select 1 from parked_event p where p.case_id = case_id)")
    boolean awaited;

    /** For the database. */
    Standing() {}

    /** A case that has just been registered; until it is assessed, the reception owns it. */
    Standing(CaseRef customerCase, UnitPath reception, Promises told, Origin origin, Instant at) {
        id = customerCase.id();
        number = customerCase.number();
        mode = customerCase.mode();
        ownerUnit = reception;
        promises = told;
        this.origin = origin;
        openedAt = at;
        changedAt = at;
    }

    /** How the case stands; while nobody has judged it, what is presumed. */
    CaseFacts facts() {
        return new CaseFacts(
                ref(),
                round,
                tier,
                ownerUnit,
                assessment == null ? Assessment.presumed(ownerUnit) : assessment,
                promises(),
                origin(),
                openedAt);
    }

    /** The database keeps none as nothing. */
    Promises promises() {
        return promises == null ? Promises.NONE : promises;
    }

    /** As with {@link #promises}. */
    Origin origin() {
        return origin == null ? Origin.UNKNOWN : origin;
    }

    Assessment judged() {
        if (assessment == null) {
            throw new IllegalStateException(
                    "case " + number + " is " + status + " without an assessment");
        }
        return assessment;
    }

    PersonId theHandler() {
        if (handler == null) {
            throw new IllegalStateException(
                    "case " + number + " is " + status + " without a handler");
        }
        return handler;
    }

    public boolean isRecused(PersonId person) {
        return List.of(recused.split(" ", -1)).contains(person.value());
    }

    /** The units that have been asked for something, until the lead is done with their answer. */
    List<String> asked() {
        return HandlingViews.words(asked);
    }

    public CaseRef ref() {
        return new CaseRef(id, number, mode);
    }

    Status status() {
        return status;
    }

    public UnitPath ownerUnit() {
        return ownerUnit;
    }

    public CaseId id() {
        return id;
    }

    public int round() {
        return round;
    }

    boolean isAwaited() {
        return awaited;
    }

    long version() {
        return version;
    }
}
