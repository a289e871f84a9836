package org.redress.reporting.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseId;

/**
 * What was asked to be rebuilt, and how far that has come: first all cases by their ids, then all
 * days.
 *
 * @param everything whether also what is as it was is published again
 * @param afterDay none while there are cases left
 * @param withoutEvents facts of which the journal knows nothing; they stay as they are
 * @param unreadable cases with an event that cannot be read; their facts stay as they are
 */
record Order(
        long id,
        boolean everything,
        CaseId afterCase,
        @Nullable LocalDate afterDay,
        boolean hasEnded,
        long cases,
        long factsPublished,
        long metricsPublished,
        long withoutEvents,
        long unreadable) {

    static Order of(ResultSet row) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getBoolean("everything"),
                new CaseId(row.getObject("after_case", UUID.class)),
                row.getObject("after_day", LocalDate.class),
                row.getObject("ended_at") != null,
                row.getLong("cases"),
                row.getLong("facts_published"),
                row.getLong("metrics_published"),
                row.getLong("without_events"),
                row.getLong("unreadable"));
    }

    /** Whether every fact came from its events. */
    boolean isWhole() {
        return withoutEvents == 0 && unreadable == 0;
    }
}
