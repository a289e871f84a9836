package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseUnits;
import org.redress.intake.cases.CaseUnits.Held;
import org.redress.intake.cases.Status;
import org.redress.intake.customers.SealedWords;
import org.redress.intake.progress.Delivery.State;
import org.redress.platform.messaging.OneTrip;

/**
 * Writes what the other services tell, all that a transaction tells in a few statements. Each row
 * knows how new it is, and what is older than it changes nothing; so any order and any repetition
 * ends in the same state.
 */
@ApplicationScoped
public class Progress {

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

    private static final String TELL_ASSESSMENT =
            """
            insert into live_assessment
                (case_id, revision, case_class, category, severity, owner_unit, assessment)
            values (:caseId, :revision, :caseClass, :category, :severity, :ownerUnit, :assessment)
            on conflict (case_id) do update set
                revision = excluded.revision,
                case_class = excluded.case_class,
                category = excluded.category,
                severity = excluded.severity,
                owner_unit = excluded.owner_unit,
                assessment = excluded.assessment
            where live_assessment.revision < excluded.revision
            """;
    private static final String TELL_CLOCK =
            """
            insert into live_clock (clock_id, case_id, round, clock, version, due_at, promised_at, met_at)
            values (:clockId, :caseId, :round, :clock, :version, :dueAt, :promisedAt, :metAt)
            on conflict (clock_id) do update set
                version = greatest(excluded.version, live_clock.version),
                due_at = case when excluded.version < live_clock.version
                    then live_clock.due_at else excluded.due_at end,
                promised_at = case when excluded.version < live_clock.version
                    then live_clock.promised_at else excluded.promised_at end,
                met_at = coalesce(live_clock.met_at, excluded.met_at)
            """;
    private static final String TELL_DELIVERY =
            """
            insert into live_delivery (message_id, case_id, purpose, channel, state, attempt, at)
            values (:messageId, :caseId, :purpose, :channel, :state, :attempt, :at)
            on conflict (message_id) do update set
                state = excluded.state, attempt = excluded.attempt, at = excluded.at
            where live_delivery.attempt < excluded.attempt
            """;
    private static final String STANDING =
            """
            select wanted.id, coalesce(h.status, 'NEW') as status,
                coalesce(h.owner_unit, a.owner_unit) as owner_unit
            from unnest(:ids) as wanted (id)
            left join live_handling h on h.case_id = wanted.id
            left join live_assessment a on a.case_id = wanted.id
            """;

    private final Jdbi jdbi;
    private final CaseUnits units;
    private final SealedWords words;
    private final OneTrip<Told> told;

    Progress(
            Jdbi jdbi,
            CaseUnits units,
            SealedWords words,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.units = units;
        this.words = words;
        this.told = OneTrip.to(transaction, this::write);
    }

    /** One thing that is told of a case. */
    sealed interface Told permits HandlingChanged, Assessment, ClockChanged, Attempted {}

    private record Attempted(DeliveryAttempted attempt, State state) implements Told {}

    /**
     * Status and round are those of the newest event. Tier, unit, handler and resolution are each
     * those of the newest event that tells them, so that a late event fills what newer ones left
     * open and overwrites nothing that they said.
     */
    public void tell(HandlingChanged change) {
        told.add(change);
    }

    /** The assessment of a case that is not known here can't be sealed, nor will it be shown. */
    public void tell(Assessment assessment) {
        told.add(assessment);
    }

    /** A clock runs, is late or was met. */
    public void tell(ClockChanged change) {
        told.add(change);
    }

    /** What became of a message; pages to staff are no part of what is shown of a case. */
    public void tell(DeliveryAttempted attempt, State state) {
        if (attempt.isForCustomer()) {
            told.add(new Attempted(attempt, state));
        }
    }

    private void write(List<Told> all) {
        var handling = only(HandlingChanged.class, all);
        var assessments = only(Assessment.class, all);
        var held =
                units.hold(
                        Stream.concat(
                                        handling.stream().map(HandlingChanged::caseId),
                                        assessments.stream().map(Assessment::caseId))
                                .collect(Collectors.toSet()));
        write(TELL_HANDLING, handling, (row, change) -> bind(row, change, held));
        write(
                TELL_ASSESSMENT,
                assessments.stream().filter(one -> held.containsKey(one.caseId())).toList(),
                (row, assessment) -> bind(row, assessment, held));
        write(TELL_CLOCK, only(ClockChanged.class, all), Progress::bind);
        write(TELL_DELIVERY, only(Attempted.class, all), Progress::bind);
        show(held);
    }

    private static <T extends Told> List<T> only(Class<T> kind, List<Told> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T> void write(String sql, List<T> all, BiConsumer<PreparedBatch, T> bind) {
        if (!all.isEmpty()) {
            jdbi.useHandle(handle -> {
                try (var batch = handle.prepareBatch(sql)) {
                    all.forEach(one -> {
                        bind.accept(batch, one);
                        batch.add();
                    });
                    batch.execute();
                }
            });
        }
    }

    /** The resolution is written to the customer and may name them: sealed like the report. */
    private void bind(PreparedBatch row, HandlingChanged change, Map<CaseId, Held> held) {
        long version = change.recency().value();
        boolean closed = change.closedAs() != null;
        var whose = held.get(change.caseId());
        row.bind("caseId", change.caseId().value())
                .bind("version", version)
                .bind("round", change.round())
                .bind("status", change.status().name())
                .bind("closedAs", change.closedAs() == null ? null : change.closedAs().name())
                .bind("closedAt", closed ? change.recordedAt() : null)
                .bind("tier", change.tier())
                .bind("tierVersion", change.tier() == null ? null : version)
                .bind("ownerUnit", change.ownerUnit())
                .bind("ownerUnitVersion", change.ownerUnit() == null ? null : version)
                .bind("handler", change.handler())
                .bind("handlerVersion", change.tellsHandler() ? version : null)
                .bind(
                        "resolution",
                        change.resolution() == null || whose == null
                                ? null
                                : words.seal(
                                        whose.customer(),
                                        LiveCases.RESOLUTION,
                                        change.caseId(),
                                        change.resolution()))
                .bind("resolutionVersion", change.tellsResolution() ? version : null);
    }

    private void bind(PreparedBatch row, Assessment assessment, Map<CaseId, Held> held) {
        CaseId id = assessment.caseId();
        row.bind("caseId", id.value())
                .bind("revision", assessment.revision())
                .bind("caseClass", assessment.caseClass())
                .bind("category", assessment.category())
                .bind("severity", assessment.severity())
                .bind("ownerUnit", assessment.ownerUnit())
                .bind(
                        "assessment",
                        words.seal(held.get(id).customer(), LiveCases.ASSESSMENT, id, assessment));
    }

    private static void bind(PreparedBatch row, ClockChanged change) {
        row.bind("clockId", change.clockId())
                .bind("caseId", change.caseId().value())
                .bind("round", change.round())
                .bind("clock", change.clock())
                .bind("version", change.recency().value())
                .bind("dueAt", change.dueAt())
                .bind("promisedAt", change.promisedAt())
                .bind("metAt", change.metAt());
    }

    private static void bind(PreparedBatch row, Attempted attempted) {
        var attempt = attempted.attempt;
        row.bind("messageId", attempt.messageId())
                .bind("caseId", attempt.caseId().value())
                .bind("purpose", attempt.purpose())
                .bind("channel", attempt.channel())
                .bind("state", attempted.state.name())
                .bind("attempt", attempt.attempt())
                .bind("at", attempt.occurredAt());
    }

    /** The lists of units follow what is now the status and the owner. */
    private void show(Map<CaseId, Held> held) {
        if (!held.isEmpty()) {
            units.show(
                    jdbi.withHandle(handle ->
                            handle.createQuery(STANDING)
                                    .bindArray(
                                            "ids",
                                            UUID.class,
                                            held.keySet().stream().map(CaseId::value).toArray())
                                    .map((row, _) -> shown(row, held))
                                    .list()));
        }
    }

    private static CaseUnits.Shown shown(ResultSet row, Map<CaseId, Held> held)
            throws SQLException {
        var id = new CaseId(row.getObject("id", UUID.class));
        return new CaseUnits.Shown(
                id,
                Status.valueOf(row.getString("status")),
                held.get(id).unit(),
                row.getString("owner_unit"));
    }
}
