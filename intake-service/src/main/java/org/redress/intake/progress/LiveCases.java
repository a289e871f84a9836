package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.Standing;
import org.redress.intake.cases.Status;
import org.redress.intake.progress.Delivery.State;
import org.redress.intake.timetable.RunningClock;
import org.redress.intake.vault.CustomerKey;
import org.redress.intake.vault.Vault;

/** Reads the projection. */
@ApplicationScoped
public class LiveCases {

    private final Jdbi jdbi;
    private final Vault vault;

    LiveCases(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    /** What is known of a case; what holds words only with the key of its customer. */
    public LiveCase find(CaseId id, Optional<CustomerKey> key) {
        return jdbi.withHandle(handle ->
                new LiveCase(
                        handling(handle, id, key),
                        assessment(handle, id, key),
                        of(handle, id, "live_clock", LiveCases::clock),
                        of(handle, id, "live_delivery", LiveCases::delivery)));
    }

    private Handling handling(Handle handle, CaseId id, Optional<CustomerKey> key) {
        return of(handle, id, "live_handling", (row, _) -> handling(row, id, key)).stream()
                .findFirst()
                .orElse(Handling.NONE);
    }

    private Optional<Assessment> assessment(Handle handle, CaseId id, Optional<CustomerKey> key) {
        return key.flatMap(open ->
                of(
                                handle,
                                id,
                                "live_assessment",
                                (row, _) ->
                                        vault.open(
                                                open,
                                                row.getBytes("assessment"),
                                                Assessment.class,
                                                id))
                        .stream()
                        .findFirst());
    }

    private Handling handling(ResultSet row, CaseId id, Optional<CustomerKey> key)
            throws SQLException {
        String closedAs = row.getString("closed_as");
        byte[] resolution = row.getBytes("resolution");
        return new Handling(
                new Standing(Status.valueOf(row.getString("status")), row.getInt("round")),
                closedAs == null ? null : ClosedAs.valueOf(closedAs),
                row.getString("tier"),
                row.getString("owner_unit"),
                row.getString("handler"),
                resolution == null
                        ? null
                        : key.map(open -> vault.open(open, resolution, String.class, id))
                                .orElse(null));
    }

    private static RunningClock clock(ResultSet row, Object context) throws SQLException {
        Timestamp metAt = row.getTimestamp("met_at");
        return new RunningClock(
                row.getString("clock"),
                row.getInt("round"),
                row.getTimestamp("due_at").toInstant(),
                metAt == null ? null : metAt.toInstant());
    }

    private static Delivery delivery(ResultSet row, Object context) throws SQLException {
        return new Delivery(
                row.getObject("message_id", UUID.class),
                row.getString("purpose"),
                row.getString("channel"),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getTimestamp("at").toInstant());
    }

    private static <T> List<T> of(Handle handle, CaseId id, String table, RowMapper<T> mapper) {
        return handle.createQuery("select * from " + table + " where case_id = :id")
                .bind("id", id.value())
                .map(mapper)
                .list();
    }
}
