package org.redress.escalation.paging;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.EscalationPolicy;

/** How far an attempt to reach somebody has come: what {@link Escalation} decides by. */
@MappedSuperclass
abstract class Reaching {

    @Id UUID id;
    @Embedded CaseRef customerCase;
    int round;
    UnitPath unit;
    @Embedded Cause cause;

    @Convert(converter = StampedPolicy.class)
    @ColumnTransformer(write = "?::jsonb")
    @Column(columnDefinition = "jsonb")
    EscalationPolicy policy;

    @Enumerated(EnumType.STRING)
    Escalation.State state = Escalation.State.RUNNING;

    @Embedded Rung rung = Rung.FIRST;

    @ElementCollection
    @CollectionTable(name = "page", joinColumns = @JoinColumn(name = "escalation_id"))
    @OrderColumn(name = "position")
    List<Page> pages = new ArrayList<>();

    @Column(name = "raised_at")
    Instant raisedAt;

    @Column(name = "next_at")
    @Nullable Instant nextAt;

    @Column(name = "acknowledged_by")
    @Nullable PersonId acknowledgedBy;

    @Column(name = "acknowledged_at")
    @Nullable Instant acknowledgedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "acknowledged_via")
    @Nullable Via acknowledgedVia;

    @Enumerated(EnumType.STRING)
    @Nullable Owed owed;

    @Nullable Instant eta;

    @Column(name = "arrived_at")
    @Nullable Instant arrivedAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_as")
    @Nullable Settlement endedAs;

    /** The version of the organisation by which the latest page found its person. */
    @Nullable Long organisation;

    @Transient boolean exhaustedBefore;

    @Version long version;

    /** Whether it was this page by which this person was reached. */
    boolean paged(UUID pageId, PersonId person) {
        return pages.stream()
                .anyMatch(page -> page.id().equals(pageId) && page.person().equals(person));
    }

    boolean wasPaged(PersonId person) {
        return lastPageOf(person).isPresent();
    }

    Optional<Page> lastPageOf(PersonId person) {
        return pages.reversed().stream().filter(page -> page.person().equals(person)).findFirst();
    }

    /** Whether it was exhausted when, just now, somebody took it or it ended. */
    public boolean wasExhausted() {
        return exhaustedBefore;
    }

    boolean isRunning() {
        return state == Escalation.State.RUNNING;
    }

    /** Whether something is still to come of it. */
    boolean isOpen() {
        return state == Escalation.State.RUNNING
                || state == Escalation.State.EXHAUSTED
                || owed != null;
    }

    public UUID id() {
        return id;
    }

    public CaseRef customerCase() {
        return customerCase;
    }

    public int round() {
        return round;
    }

    public UnitPath unit() {
        return unit;
    }

    public Cause cause() {
        return cause;
    }

    public EscalationPolicy policy() {
        return policy;
    }

    /** Everybody who was paged, in order. */
    public List<Page> pages() {
        return List.copyOf(pages);
    }

    PersonId acknowledgedBy() {
        return Objects.requireNonNull(acknowledgedBy);
    }

    Escalation.State state() {
        return state;
    }

    /** Where on the ladder it stands. */
    public Rung rung() {
        return rung;
    }

    Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt);
    }
}
