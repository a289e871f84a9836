package org.redress.reporting.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;

/** Reads {@code timeline_event}: every event of every case, kept with the fact folded from it. */
@ApplicationScoped
class Stories {
    private final Jdbi jdbi;

    Stories(Jdbi jdbi) {
        this.jdbi = jdbi;
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

    private static <T> T read(String json, Class<T> type) {
        return EventJson.read(json.getBytes(UTF_8), type);
    }
}
