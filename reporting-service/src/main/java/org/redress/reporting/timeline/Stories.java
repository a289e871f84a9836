package org.redress.reporting.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;
import org.redress.reporting.events.News;

/** The table {@code timeline_event}: every event of every case. */
@ApplicationScoped
class Stories {
    /** An event as it is written; the names are those of the columns. */
    private record Row(
            String id,
            UUID subject,
            String type,
            String mode,
            @Nullable String causation,
            About about,
            News what) {
        static Row of(CaseEvent event) {
            return new Row(
                    event.id(),
                    event.caseId().value(),
                    EventType.of(event.news()).type(),
                    event.mode().value(),
                    event.causationId(),
                    event.about(),
                    event.news());
        }
    }

    private final Jdbi jdbi;

    Stories(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(@Observes CaseEvents arrived) {
        var rows = new String(EventJson.write(arrived.all().stream().map(Row::of).toList()), UTF_8);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into timeline_event
                                select id, subject, type, mode, causation, about, what
                                from jsonb_to_recordset(cast(:rows as jsonb)) as told (id text,
                                    subject uuid, type text, mode text, causation text,
                                    about jsonb, what jsonb)
                                on conflict do nothing
                                """)
                        .bind("rows", rows)
                        .execute());
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
