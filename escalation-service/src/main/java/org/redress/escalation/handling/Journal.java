package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.platform.vault.Vault;

/**
 * What was done on a case, in the words of those who did it; only ever added to (IN-29). The words
 * rest under the case's key.
 */
@ApplicationScoped
class Journal {

    static final String WORDS = "journal_entry.text";

    /**
     * One entry.
     *
     * @param seq its place in the journal
     * @param by who did it: a person's id, or the rule or timer
     * @param text the words, or the unit that the case was assigned to; none when they were erased
     */
    record Entry(
            long seq, int round, Instant at, String activity, String by, @Nullable String text) {

        @Override
        public String toString() {
            return "Entry[seq=" + seq + ", activity=" + activity + "]";
        }
    }

    private final Jdbi jdbi;
    private final Vault vault;

    Journal(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    void keep(@Observes HandlingEvent event) {
        switch (event) {
            case HandlingEvent.Assigned assigned ->
                    add(assigned, "ASSIGNED", assigned.unit().value(), null);
            case HandlingEvent.Progressed progressed ->
                    add(progressed, progressed.activity().name(), null, progressed.note());
            case HandlingEvent.Resolved resolved ->
                    add(resolved, "RESOLVED", null, resolved.resolution());
            case HandlingEvent.Reopened reopened ->
                    add(reopened, "REOPENED", null, reopened.reason());
            case HandlingEvent.Closed closed ->
                    add(closed, "CLOSED_" + closed.closedAs(), null, closed.note());
        }
    }

    private void add(
            HandlingEvent event, String activity, @Nullable String unit, @Nullable String words) {
        UUID customerCase = event.customerCase().id().value();
        byte @Nullable [] sealed = vault.seal(customerCase, WORDS, words);
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into journal_entry (case_id, round, at, activity, actor, unit, sealed)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        customerCase,
                        event.round(),
                        event.at(),
                        activity,
                        event.by().id(),
                        unit,
                        sealed));
    }

    /** The entries before the one at that place, the latest first. */
    List<Entry> before(CaseId customerCase, long seq, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from journal_entry where case_id = ? and seq < ?
                                order by seq desc limit ?
                                """)
                        .bind(0, customerCase.value())
                        .bind(1, seq)
                        .bind(2, limit)
                        .map((row, context) -> read(row))
                        .list());
    }

    private Entry read(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return new Entry(
                row.getLong("seq"),
                row.getInt("round"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("activity"),
                row.getString("actor"),
                unit == null ? words(row) : unit);
    }

    /** What an earlier version left in the clear is forgotten too, before it is sealed. */
    private @Nullable String words(ResultSet row) throws SQLException {
        UUID customerCase = row.getObject("case_id", UUID.class);
        String inClear = row.getString("text");
        return inClear == null
                ? vault.open(customerCase, WORDS, row.getBytes("sealed"))
                : vault.isDestroyed(customerCase) ? null : inClear;
    }

    /** Whether the words of the case can never be read again (XX-03). */
    boolean isErased(CaseId customerCase) {
        return vault.isDestroyed(customerCase.value());
    }
}
