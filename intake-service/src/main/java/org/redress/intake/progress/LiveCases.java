package org.redress.intake.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.Standing;
import org.redress.intake.cases.Status;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.SealedWords;
import org.redress.intake.progress.Delivery.State;
import org.redress.intake.timetable.RunningClock;

/** Reads the projection. */
@ApplicationScoped
public class LiveCases {

    static final String ASSESSMENT = "live_assessment.assessment";
    static final String RESOLUTION = "live_handling.resolution";

    private final Jdbi jdbi;
    private final SealedWords words;

    LiveCases(Jdbi jdbi, SealedWords words) {
        this.jdbi = jdbi;
        this.words = words;
    }

    /** What is known of a case; what holds words only if its customer was not erased. */
    public LiveCase find(CaseId id, CustomerId whose) {
        return jdbi.withHandle(handle -> {
            Optional<Assessed> assessed = assessment(handle, id, whose);
            return new LiveCase(
                    handling(handle, id, whose),
                    assessed.map(Assessed::ownerUnit).orElse(null),
                    assessed.flatMap(Assessed::assessment),
                    of(handle, id, "live_clock", LiveCases::clock),
                    of(handle, id, "live_delivery", LiveCases::delivery));
        });
    }

    private Handling handling(Handle handle, CaseId id, CustomerId whose) {
        return of(handle, id, "live_handling", (row, _) -> handling(row, id, whose)).stream()
                .findFirst()
                .orElse(Handling.NONE);
    }

    private Optional<Assessed> assessment(Handle handle, CaseId id, CustomerId whose) {
        return of(
                        handle,
                        id,
                        "live_assessment",
                        (row, _) ->
                                new Assessed(
                                        row.getString("owner_unit"),
                                        words.open(
                                                whose,
                                                ASSESSMENT,
                                                id,
                                                row.getBytes("assessment"),
                                                Assessment.class)))
                .stream()
                .findFirst();
    }

    private Handling handling(ResultSet row, CaseId id, CustomerId whose) throws SQLException {
        return new Handling(
                new Standing(
                        Status.valueOf(row.getString("status")), row.getInt("round"), closure(row)),
                row.getString("tier"),
                row.getString("owner_unit"),
                row.getString("handler"),
                words.open(whose, RESOLUTION, id, row.getBytes("resolution"), String.class)
                        .orElse(null));
    }

    private static Standing.@Nullable Closure closure(ResultSet row) throws SQLException {
        String as = row.getString("closed_as");
        Timestamp at = row.getTimestamp("closed_at");
        return as == null || at == null
                ? null
                : new Standing.Closure(ClosedAs.valueOf(as), at.toInstant());
    }

    private static RunningClock clock(ResultSet row, Object context) throws SQLException {
        return new RunningClock(
                row.getString("clock"),
                row.getInt("round"),
                row.getTimestamp("due_at").toInstant(),
                instant(row.getTimestamp("promised_at")),
                instant(row.getTimestamp("met_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp column) {
        return column == null ? null : column.toInstant();
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

    /** In the order of their ids, whatever order they came in. */
    private static <T> List<T> of(Handle handle, CaseId id, String table, RowMapper<T> mapper) {
        return handle.createQuery("select * from " + table + " where case_id = :id order by 1")
                .bind("id", id.value())
                .map(mapper)
                .list();
    }

    private record Assessed(String ownerUnit, Optional<Assessment> assessment) {}
}
