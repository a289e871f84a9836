package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.Cases;
import org.redress.intake.progress.Delivery.State;
import org.redress.intake.vault.Vault;

/**
 * Writes what the other services tell. Each row knows how new it is, and what is older than it
 * changes nothing; so any order and any repetition ends in the same state.
 */
@ApplicationScoped
class Projection {

    private final Jdbi jdbi;
    private final Cases cases;
    private final Vault vault;

    Projection(Jdbi jdbi, Cases cases, Vault vault) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.vault = vault;
    }

    /**
     * A new round forgets the resolution of the last; unit, tier and handler stay until replaced.
     */
    void apply(HandlingChanged change) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into live_handling as live
                                    (case_id, round, recorded_at, status, closed_as, tier,
                                     owner_unit, handler, resolution)
                                values (:caseId, :round, :recordedAt, :status, :closedAs, :tier,
                                    :ownerUnit, :handler, :resolution)
                                on conflict (case_id) do update set
                                    round = excluded.round,
                                    recorded_at = excluded.recorded_at,
                                    status = excluded.status,
                                    closed_as = excluded.closed_as,
                                    tier = coalesce(excluded.tier, live.tier),
                                    owner_unit = coalesce(excluded.owner_unit, live.owner_unit),
                                    handler = coalesce(excluded.handler, live.handler),
                                    resolution = case when excluded.round > live.round
                                        then excluded.resolution
                                        else coalesce(excluded.resolution, live.resolution) end
                                where (live.round, live.recorded_at)
                                    <= (excluded.round, excluded.recorded_at)
                                """)
                        .bind("caseId", change.caseId().value())
                        .bind("round", change.round())
                        .bind("recordedAt", change.recordedAt())
                        .bind("status", change.status().name())
                        .bind(
                                "closedAs",
                                change.closedAs() == null ? null : change.closedAs().name())
                        .bind("tier", change.tier())
                        .bind("ownerUnit", change.ownerUnit())
                        .bind("handler", change.handler())
                        .bind("resolution", sealedResolution(change))
                        .execute());
    }

    /** Without its customer's key an assessment can't be kept: unknown, or erased. */
    void apply(Assessment assessment) {
        cases.keyOf(assessment.caseId())
                .ifPresent(
                        key -> keep(assessment, vault.seal(key, assessment, assessment.caseId())));
    }

    private void keep(Assessment assessment, byte[] sealed) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into live_assessment
                                    (case_id, revision, case_class, category, severity, owner_unit,
                                     assessment)
                                values (:caseId, :revision, :caseClass, :category, :severity,
                                    :ownerUnit, :assessment)
                                on conflict (case_id) do update set
                                    revision = excluded.revision,
                                    case_class = excluded.case_class,
                                    category = excluded.category,
                                    severity = excluded.severity,
                                    owner_unit = excluded.owner_unit,
                                    assessment = excluded.assessment
                                where live_assessment.revision < excluded.revision
                                """)
                        .bind("caseId", assessment.caseId().value())
                        .bind("revision", assessment.revision())
                        .bind("caseClass", assessment.caseClass())
                        .bind("category", assessment.category())
                        .bind("severity", assessment.severity())
                        .bind("ownerUnit", assessment.ownerUnit())
                        .bind("assessment", sealed)
                        .execute());
    }

    void apply(ClockChanged change) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into live_clock
                                    (clock_id, case_id, round, clock, recorded_at, due_at, met_at)
                                values (:clockId, :caseId, :round, :clock, :recordedAt, :dueAt,
                                    :metAt)
                                on conflict (clock_id) do update set
                                    recorded_at = excluded.recorded_at,
                                    due_at = excluded.due_at,
                                    met_at = coalesce(excluded.met_at, live_clock.met_at)
                                where live_clock.recorded_at <= excluded.recorded_at
                                """)
                        .bind("clockId", change.clockId())
                        .bind("caseId", change.caseId().value())
                        .bind("round", change.round())
                        .bind("clock", change.clock())
                        .bind("recordedAt", change.recordedAt())
                        .bind("dueAt", change.dueAt())
                        .bind("metAt", change.metAt())
                        .execute());
    }

    void apply(DeliveryAttempted attempt, State state) {
        if (!attempt.isForCustomer()) {
            return;
        }
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into live_delivery
                                    (message_id, case_id, recorded_at, purpose, channel, state,
                                     attempt, at)
                                values (:messageId, :caseId, :recordedAt, :purpose, :channel,
                                    :state, :attempt, :at)
                                on conflict (message_id) do update set
                                    recorded_at = excluded.recorded_at, state = excluded.state,
                                    attempt = excluded.attempt, at = excluded.at
                                where live_delivery.recorded_at <= excluded.recorded_at
                                """)
                        .bind("messageId", attempt.messageId())
                        .bind("caseId", attempt.caseId().value())
                        .bind("recordedAt", attempt.recordedAt())
                        .bind("purpose", attempt.purpose())
                        .bind("channel", attempt.channel())
                        .bind("state", state.name())
                        .bind("attempt", attempt.attempt())
                        .bind("at", attempt.occurredAt())
                        .execute());
    }

    /** The resolution is written to the customer and may name them: sealed like the report. */
    private byte @Nullable [] sealedResolution(HandlingChanged change) {
        String resolution = change.resolution();
        return resolution == null
                ? null
                : cases.keyOf(change.caseId())
                        .map(key -> vault.seal(key, resolution, change.caseId()))
                        .orElse(null);
    }
}
