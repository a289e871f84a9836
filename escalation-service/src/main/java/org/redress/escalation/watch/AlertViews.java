package org.redress.escalation.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The alerts for reading. */
@ApplicationScoped
class AlertViews {

    private static final String SELECT =
            """
            select a.*, (select p.person from alert_page p where p.alert_id = a.id
                         order by p.position desc limit 1) as person
            from alert a
            """;
    private static final RowMapper<AlertView> VIEW =
            (row, _) ->
                    new AlertView(
                            row.getObject("id", UUID.class),
                            row.getString("kind"),
                            row.getString("service"),
                            row.getString("thing"),
                            row.getString("reason"),
                            row.getObject("case_id", UUID.class),
                            row.getInt("count"),
                            row.getTimestamp("since").toInstant(),
                            Alert.State.valueOf(row.getString("state")),
                            row.getString("person"),
                            row.getTimestamp("next_at") == null
                                    ? null
                                    : row.getTimestamp("next_at").toInstant(),
                            row.getString("acknowledged_by"));

    private final Jdbi jdbi;

    AlertViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest first, after the alert that was shown last. */
    List<AlertView> list(@Nullable Instant since, @Nullable UUID id, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                since == null
                                        ? SELECT + "order by since desc, id desc limit :limit"
                                        : SELECT
                                                + """
                                                where (since, id) < (:since, :id)
                                                order by since desc, id desc limit :limit
                                                """)
                        .bind("since", since)
                        .bind("id", id)
                        .bind("limit", limit)
                        .map(VIEW)
                        .list());
    }

    Optional<AlertView> find(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + "where a.id = :id").bind("id", id).map(VIEW).findOne());
    }
}
