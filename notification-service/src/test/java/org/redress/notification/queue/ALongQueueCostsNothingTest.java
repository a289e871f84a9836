package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;
import org.redress.notification.messages.Purpose;

/**
 * However many mails wait, whatever recurs reads only what it takes or counts, and sorts nothing.
 */
@WithNotification
class ALongQueueCostsNothingTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T00:00:00Z");

    /** In each lane half is due, and half is put off until long after. */
    private static final String FILL =
            """
            insert into message (id, dedup_key, purpose, priority, state, mode, case_id,
                case_number, round, recipient_kind, created_at, queued_at, due_at)
            select gen_random_uuid(), 'plan:' || n, 'CUSTOMER_RESOLUTION', n % 3,
                case when n % 10 = 9 then 'WAITING' else 'QUEUED' end, 'REAL',
                gen_random_uuid(), 'C-1', 1, 'CUSTOMER', timestamp '1999-01-01',
                timestamp '1999-01-01', case when n % 2 = 0
                    then timestamp '1999-01-01' + n * interval '1 second'
                    else timestamp '2099-01-01' - n * interval '1 second' end
            from generate_series(1, 60000) n
            """;

    @Inject Jdbi jdbi;

    @Test
    void whatever_recurs_reads_only_what_it_takes_or_counts() {
        jdbi.useTransaction(handle -> {
            handle.execute(FILL);
            handle.execute("analyze message");
            aClaimReadsOnlyWhatItTakesAndNoLaneWhoseTurnHasNotCome(handle);
            whatIsDueNextIsTheFirstOfEachLane(handle);
            howMuchIsNotOutIsCountedFromTheIndexAloneAndOnlySoFar(handle);
            handle.rollback();
        });
    }

    private static void aClaimReadsOnlyWhatItTakesAndNoLaneWhoseTurnHasNotCome(Handle handle) {
        assertThat(plan(handle, Queue.DUE, Map.of("lanes", lanes(), "most", 8)))
                .containsPattern("Index Scan using message_queue .* rows=8\\.00 loops=1")
                .containsPattern("Index Cond: \\(\\(priority = .*\\) AND \\(due_at >= .*due_at <= ")
                .doesNotContain("Sort", "Seq Scan", "Rows Removed");
    }

    private static void whatIsDueNextIsTheFirstOfEachLane(Handle handle) {
        var next = "with due as (select null::uuid as id where false) " + Queue.NEXT;
        assertThat(plan(handle, next, Map.of("lanes", lanes())))
                .containsPattern("Index Scan using message_queue .* rows=1\\.00 loops=3")
                .containsPattern("Index Cond: .* AND \\(due_at >= ")
                .doesNotContain("Seq Scan", "Rows Removed");
    }

    private static void howMuchIsNotOutIsCountedFromTheIndexAloneAndOnlySoFar(Handle handle) {
        assertThat(plan(handle, Backlog.UNSENT, Map.of("lanes", lanes(), "most", 100)))
                .containsPattern("Index Only Scan using message_unsent .* rows=100\\.00 loops=3")
                .doesNotContain("Sort", "Seq Scan", "Rows Removed");
        assertThat(plan(handle, Backlog.WAITING, Map.of("most", 100)))
                .containsPattern("Index Only Scan using message_waiting_since .* rows=100\\.00 ")
                .doesNotContain("Sort", "Seq Scan", "Rows Removed");
    }

    private static Integer[] lanes() {
        return Purpose.LANES.toArray(Integer[]::new);
    }

    private static String plan(Handle handle, String statement, Map<String, ?> values) {
        var lines =
                handle.createQuery("explain (analyze, buffers) " + statement)
                        .configure(SqlStatements.class, sql -> sql.setUnusedBindingAllowed(true))
                        .bindMap(values)
                        .bind("lapsed", Instant.EPOCH)
                        .bindArray(
                                "from",
                                String.class,
                                Collections.nCopies(3, "1970-01-01").toArray())
                        .bind("now", NOW)
                        .bindArray("mine", UUID.class)
                        .mapTo(String.class)
                        .list();
        return String.join("\n", lines);
    }
}
