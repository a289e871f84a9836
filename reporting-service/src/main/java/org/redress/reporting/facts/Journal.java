package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;

/** Reads {@code timeline_event}: every event of every case, kept with the fact folded from it. */
@ApplicationScoped
public class Journal {
    private static final int ROWS_AT_ONCE = 500;

    static final String CASES_AFTER =
            """
            select case_id from (
                (select distinct case_id from timeline_event
                 where case_id > :after order by case_id limit :limit)
                union
                (select case_id from case_fact
                 where case_id > :after order by case_id limit :limit)) known
            order by case_id limit :limit
            """;
    static final String EVENTS = "select * from timeline_event where case_id = any(:cases)";

    /** An event as it was kept; none if this version cannot read it any more. */
    private record Told(CaseId caseId, @Nullable CaseEvent event) {
        static Told of(ResultSet row) throws SQLException {
            var caseId = new CaseId(row.getObject("case_id", UUID.class));
            try {
                return new Told(caseId, Journal.event(row));
            } catch (RuntimeException e) {
                return new Told(caseId, null);
            }
        }
    }

    private final Jdbi jdbi;

    Journal(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The events of a case, in no order. */
    public List<CaseEvent> of(CaseId caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(EVENTS)
                        .bindArray("cases", UUID.class, caseId.value())
                        .map((row, _) -> event(row))
                        .list());
    }

    /** The next cases in the order of their ids: those with events, and those with a fact alone. */
    List<CaseId> casesAfter(CaseId last, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(CASES_AFTER)
                        .bind("after", last.value())
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .map(CaseId::new)
                        .list());
    }

    /**
     * Tells the events of these cases one by one, in no order, and holds few of them at a time.
     *
     * @param told is given no event where there is one that cannot be read
     */
    void tell(List<CaseId> cases, BiConsumer<CaseId, @Nullable CaseEvent> told) {
        var ids = cases.stream().map(CaseId::value).toList();
        jdbi.useHandle(handle ->
                handle.createQuery(EVENTS)
                        .bindArray("cases", UUID.class, ids)
                        .setFetchSize(ROWS_AT_ONCE)
                        .map((row, _) -> Told.of(row))
                        .forEach(each -> told.accept(each.caseId(), each.event())));
    }

    private static CaseEvent event(ResultSet row) throws SQLException {
        return new CaseEvent(
                row.getString("event_id"),
                new Code(row.getString("mode")),
                row.getString("causation_id"),
                read(row.getString("about"), About.class),
                read(row.getString("what"), EventType.named(row.getString("type")).news()));
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }
}
