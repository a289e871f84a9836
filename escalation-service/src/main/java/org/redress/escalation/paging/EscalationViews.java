package org.redress.escalation.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CaseRef;
import org.redress.escalation.cases.Channel;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Mode;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.organisation.Holder;
import org.redress.escalation.organisation.Trigger;
import org.redress.escalation.paging.EscalationView.PageView;
import org.redress.platform.web.Cursor;
import org.redress.platform.web.UnitScope;

/** Escalations to look at. */
@ApplicationScoped
public class EscalationViews {

    private static final String SELECT =
            "select e.*, e.policy ->> 'id' as policy_id, (e.policy ->> 'version')::int as policy_version from escalation e ";

    private final Jdbi jdbi;

    EscalationViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The escalations of a case, the first one first. */
    public List<EscalationView> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                views(
                        handle,
                        handle.createQuery(SELECT + "where case_id = :case order by raised_at, id")
                                .bind("case", customerCase.value())));
    }

    Optional<EscalationView> find(UUID id) {
        return jdbi.withHandle(handle ->
                views(handle, handle.createQuery(SELECT + "where id = :id").bind("id", id)).stream()
                        .findFirst());
    }

    /** The newest of the units and those below them, after the given one. */
    public List<EscalationView> list(
            UnitScope scope, Escalation.@Nullable State state, After after, int limit) {
        return jdbi.withHandle(handle ->
                views(
                        handle,
                        handle.createQuery(
                                        SELECT
                                                + """
                                                where %s
                                                  and (:state::text is null or state = :state)
                                                  and (raised_at, id) < (:at, :id)
                                                order by raised_at desc, id desc limit :limit
                                                """
                                                        .formatted(scope.sql("unit")))
                                .bindMap(scope.binds())
                                .bind("state", state)
                                .bind("at", after.raisedAt())
                                .bind("id", after.id())
                                .bind("limit", limit)));
    }

    /** Of which cases they were, as these stood when they were raised. */
    public Map<UUID, CaseFacts> facts(List<UUID> escalations) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select e.*, h.tier, h.priority, h.channel, h.incident_unit
                                from escalation e join handling h using (case_id) where e.id = any(:ids)
                                """)
                        .bindArray("ids", UUID.class, escalations)
                        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), facts(row)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Of tier and priority the present ones; nobody kept those of then. */
    private static CaseFacts facts(ResultSet row) throws SQLException {
        UnitPath unit = new UnitPath(row.getString("unit"));
        Tier tier = Tier.valueOf(row.getString("tier"));
        String channel = row.getString("channel");
        String incident = row.getString("incident_unit");
        return new CaseFacts(
                new CaseRef(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new CaseNumber(row.getString("case_number")),
                        Mode.valueOf(row.getString("mode"))),
                row.getInt("round"),
                tier,
                unit,
                new Assessment(
                        1,
                        CaseClass.valueOf(row.getString("case_class")),
                        row.getString("category"),
                        Severity.valueOf(row.getString("severity")),
                        ResponseLevel.valueOf(row.getString("response_level")),
                        Priority.valueOf(row.getString("priority")),
                        tier,
                        unit),
                Promises.NONE,
                new Origin(
                        channel == null ? null : Channel.valueOf(channel),
                        incident == null ? null : new UnitPath(incident),
                        null));
    }

    /** The place in the list after the escalation that was raised then. */
    public record After(Instant raisedAt, UUID id) {
        private static final After NOTHING =
                new After(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

        /** Where a page ended. */
        public static After of(@Nullable String cursor) {
            if (cursor == null) {
                return NOTHING;
            }
            Cursor.Keys keys = Cursor.keys(cursor, 2);
            return new After(keys.instant(0), keys.uuid(1));
        }

        /** The end of a page. */
        public static String cursor(EscalationView last) {
            return Cursor.encode(last.raisedAt().toString(), last.escalationId().toString());
        }
    }

    private static List<EscalationView> views(Handle handle, Query query) {
        List<EscalationView> bare = query.map((row, context) -> view(row)).list();
        Map<UUID, List<PageView>> pages =
                pages(handle, bare.stream().map(EscalationView::escalationId).toList());
        return bare.stream()
                .map(view -> with(view, pages.getOrDefault(view.escalationId(), List.of())))
                .toList();
    }

    private static Map<UUID, List<PageView>> pages(Handle handle, List<UUID> ids) {
        record Row(UUID escalation, PageView page) {}
        return handle
                .createQuery(
                        "select * from page where escalation_id = any(:ids) order by escalation_id, position")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) ->
                        new Row(row.getObject("escalation_id", UUID.class), page(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Row::escalation,
                                Collectors.mapping(Row::page, Collectors.toList())));
    }

    private static PageView page(ResultSet row) throws SQLException {
        return new PageView(
                row.getObject("page_id", UUID.class),
                row.getInt("repeat"),
                row.getInt("step"),
                row.getString("role"),
                Holder.valueOf(row.getString("holder")),
                row.getString("person"),
                row.getString("unit"),
                row.getObject("paged_at", OffsetDateTime.class).toInstant(),
                row.getObject("acknowledge_by", OffsetDateTime.class).toInstant(),
                row.getBoolean("failed"));
    }

    private static EscalationView view(ResultSet row) throws SQLException {
        String clock = row.getString("clock");
        String via = row.getString("acknowledged_via");
        String owed = row.getString("owed");
        String as = row.getString("ended_as");
        return new EscalationView(
                row.getObject("id", UUID.class),
                row.getString("case_number"),
                row.getObject("case_id", UUID.class),
                row.getInt("round"),
                row.getString("unit"),
                Severity.valueOf(row.getString("severity")),
                Trigger.valueOf(row.getString("trigger")),
                clock == null ? null : ClockName.valueOf(clock),
                row.getString("policy_id"),
                row.getInt("policy_version"),
                row.getObject("organisation", Long.class),
                Escalation.State.valueOf(row.getString("state")),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                row.getString("acknowledged_by"),
                instant(row, "acknowledged_at"),
                via == null ? null : Via.valueOf(via),
                owed == null ? null : Owed.valueOf(owed),
                instant(row, "eta"),
                instant(row, "arrived_at"),
                instant(row, "ended_at"),
                as == null ? null : Settlement.valueOf(as),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static EscalationView with(EscalationView view, List<PageView> pages) {
        return new EscalationView(
                view.escalationId(),
                view.caseNumber(),
                view.caseId(),
                view.round(),
                view.unit(),
                view.severity(),
                view.trigger(),
                view.clock(),
                view.policyId(),
                view.policyVersion(),
                view.organisation(),
                view.state(),
                view.raisedAt(),
                view.acknowledgeBy(),
                view.acknowledgedBy(),
                view.acknowledgedAt(),
                view.acknowledgedVia(),
                view.owed(),
                view.eta(),
                view.arrivedAt(),
                view.endedAt(),
                view.endedAs(),
                pages);
    }
}
