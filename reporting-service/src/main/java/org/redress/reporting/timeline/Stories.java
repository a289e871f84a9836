package org.redress.reporting.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;

/** The table {@code timeline_event}: every event of every case. */
@ApplicationScoped
class Stories {
    private final Jdbi jdbi;

    Stories(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(@Observes CaseEvents arrived) {
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            insert into timeline_event values (:id, :case, :type, :mode,
                                :causation, cast(:about as jsonb), cast(:what as jsonb))
                            on conflict do nothing
                            """);
            for (var event : arrived.all()) {
                batch.bind("id", event.id())
                        .bind("case", event.caseId().value())
                        .bind("type", EventType.of(event.news()).type())
                        .bind("mode", event.mode().value())
                        .bind("causation", event.causationId())
                        .bind("about", json(event.about()))
                        .bind("what", json(event.news()))
                        .add();
            }
            batch.execute();
        });
    }

    /** The events of a case, in the order of the story. */
    List<CaseEvent> of(CaseId caseId) {
        return StoryOrder.of(
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from timeline_event where case_id = :case
                                        """)
                                .bind("case", caseId.value())
                                .map((row, _) -> event(row))
                                .list()));
    }

    private static CaseEvent event(ResultSet row) throws SQLException {
        return new CaseEvent(
                row.getString("event_id"),
                new Code(row.getString("mode")),
                row.getString("causation_id"),
                read(row.getString("about"), About.class),
                read(row.getString("what"), EventType.named(row.getString("type")).news()));
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), UTF_8);
    }

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }
}
