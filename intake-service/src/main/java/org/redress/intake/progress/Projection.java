package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseUnits;
import org.redress.intake.cases.Cases;
import org.redress.intake.cases.Status;
import org.redress.intake.customers.SealedWords;
import org.redress.intake.erasure.ErasureDesk;
import org.redress.intake.progress.Delivery.State;

/**
 * Writes what the other services tell. Each row knows how new it is, and what is older than it
 * changes nothing; so any order and any repetition ends in the same state.
 */
@ApplicationScoped
class Projection {

    private static final String TELL_HANDLING =
            """
            insert into live_handling as live
                (case_id, version, round, status, closed_as, closed_at, tier, tier_version, owner_unit,
                 owner_unit_version, handler, handler_version, resolution, resolution_version)
            values (:caseId, :version, :round, :status, :closedAs, :closedAt, :tier, :tierVersion, :ownerUnit,
                :ownerUnitVersion, :handler, :handlerVersion, :resolution, :resolutionVersion)
            on conflict (case_id) do update set
                version = greatest(excluded.version, live.version),
                round = case when excluded.version < live.version
                    then live.round else excluded.round end,
                status = case when excluded.version < live.version
                    then live.status else excluded.status end,
                closed_as = case when excluded.version < live.version
                    then live.closed_as else excluded.closed_as end,
                closed_at = case when excluded.version < live.version
                    then live.closed_at else excluded.closed_at end,
                tier = case when coalesce(excluded.tier_version >= live.tier_version,
                        live.tier_version is null)
                    then excluded.tier else live.tier end,
                tier_version = greatest(excluded.tier_version, live.tier_version),
                owner_unit = case when coalesce(
                        excluded.owner_unit_version >= live.owner_unit_version,
                        live.owner_unit_version is null)
                    then excluded.owner_unit else live.owner_unit end,
                owner_unit_version = greatest(excluded.owner_unit_version, live.owner_unit_version),
                handler = case when coalesce(excluded.handler_version >= live.handler_version,
                        live.handler_version is null)
                    then excluded.handler else live.handler end,
                handler_version = greatest(excluded.handler_version, live.handler_version),
                resolution = case when coalesce(
                        excluded.resolution_version >= live.resolution_version,
                        live.resolution_version is null)
                    then excluded.resolution else live.resolution end,
                resolution_version = greatest(excluded.resolution_version, live.resolution_version)
            """;

    private static final String STANDING =
            """
            select coalesce(h.status, 'NEW') as status,
                coalesce(h.owner_unit, a.owner_unit) as owner_unit
            from (values (cast(:id as uuid))) as wanted (id)
            left join live_handling h on h.case_id = wanted.id
            left join live_assessment a on a.case_id = wanted.id
            """;

    private final Jdbi jdbi;
    private final Cases cases;
    private final CaseUnits units;
    private final SealedWords words;
    private final ErasureDesk erasure;

    Projection(Jdbi jdbi, Cases cases, CaseUnits units, SealedWords words, ErasureDesk erasure) {
        this.jdbi = jdbi;
        this.cases = cases;
        this.units = units;
        this.words = words;
        this.erasure = erasure;
    }

    /**
     * Status and round are those of the newest event. Tier, unit, handler and resolution are each
     * those of the newest event that tells them, so that a late event fills what newer ones left
     * open and overwrites nothing that they said.
     */
    void apply(HandlingChanged change) {
        long version = change.recency().value();
        jdbi.useHandle(handle ->
                handle.createUpdate(TELL_HANDLING)
                        .bind("caseId", change.caseId().value())
                        .bind("version", version)
                        .bind("round", change.round())
                        .bind("status", change.status().name())
                        .bind(
                                "closedAs",
                                change.closedAs() == null ? null : change.closedAs().name())
                        .bind("closedAt", change.closedAs() == null ? null : change.recordedAt())
                        .bind("tier", change.tier())
                        .bind("tierVersion", change.tier() == null ? null : version)
                        .bind("ownerUnit", change.ownerUnit())
                        .bind("ownerUnitVersion", change.ownerUnit() == null ? null : version)
                        .bind("handler", change.handler())
                        .bind("handlerVersion", change.tellsHandler() ? version : null)
                        .bind("resolution", sealedResolution(change))
                        .bind("resolutionVersion", change.tellsResolution() ? version : null)
                        .execute());
        show(change.caseId());
        if (change.status() == Status.CLOSED) {
            erasure.tellAgainIfErased(change.caseId());
        }
    }

    /** The assessment of a case that is not known here can't be sealed, nor will it be shown. */
    void apply(Assessment assessment) {
        CaseId id = assessment.caseId();
        cases.customerOf(id)
                .ifPresent(whose ->
                        keep(assessment, words.seal(whose, LiveCases.ASSESSMENT, id, assessment)));
        show(id);
    }

    private void keep(Assessment assessment, byte @Nullable [] sealed) {
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

    /** The lists of units follow what is now the status and the owner. */
    private void show(CaseId id) {
        units.hold(id)
                .ifPresent(registeredIn ->
                        jdbi.useHandle(handle ->
                                handle.createQuery(STANDING)
                                        .bind("id", id.value())
                                        .map((row, _) ->
                                                new Shown(
                                                        Status.valueOf(row.getString("status")),
                                                        row.getString("owner_unit")))
                                        .findOne()
                                        .ifPresent(now ->
                                                units.show(
                                                        id,
                                                        now.status(),
                                                        registeredIn,
                                                        now.ownerUnit()))));
    }

    private record Shown(Status status, @Nullable String ownerUnit) {}

    void apply(ClockChanged change) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into live_clock
                                    (clock_id, case_id, round, clock, version, due_at, met_at)
                                values (:clockId, :caseId, :round, :clock, :version, :dueAt,
                                    :metAt)
                                on conflict (clock_id) do update set
                                    version = greatest(excluded.version, live_clock.version),
                                    due_at = case when excluded.version < live_clock.version
                                        then live_clock.due_at else excluded.due_at end,
                                    met_at = coalesce(live_clock.met_at, excluded.met_at)
                                """)
                        .bind("clockId", change.clockId())
                        .bind("caseId", change.caseId().value())
                        .bind("round", change.round())
                        .bind("clock", change.clock())
                        .bind("version", change.recency().value())
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
                                    (message_id, case_id, purpose, channel, state, attempt, at)
                                values (:messageId, :caseId, :purpose, :channel, :state, :attempt,
                                    :at)
                                on conflict (message_id) do update set
                                    state = excluded.state, attempt = excluded.attempt,
                                    at = excluded.at
                                where live_delivery.attempt < excluded.attempt
                                """)
                        .bind("messageId", attempt.messageId())
                        .bind("caseId", attempt.caseId().value())
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
                : cases.customerOf(change.caseId())
                        .map(whose ->
                                words.seal(
                                        whose, LiveCases.RESOLUTION, change.caseId(), resolution))
                        .orElse(null);
    }
}
