package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;

/** What was done on a case, in the words of those who did it; only ever added to (IN-29). */
@ApplicationScoped
class Journal {

    /**
     * One entry.
     *
     * @param by who did it: a person's id, or the rule or timer
     */
    record Entry(int round, Instant at, String activity, String by, @Nullable String text) {}

    private final Jdbi jdbi;

    Journal(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void keep(@Observes HandlingEvent event) {
        switch (event) {
            case HandlingEvent.Assigned assigned ->
                    add(assigned, "ASSIGNED", assigned.unit().value());
            case HandlingEvent.Progressed progressed ->
                    add(progressed, progressed.activity().name(), progressed.note());
            case HandlingEvent.Resolved resolved ->
                    add(resolved, "RESOLVED", resolved.resolution());
            case HandlingEvent.Reopened reopened -> add(reopened, "REOPENED", reopened.reason());
            case HandlingEvent.Closed closed ->
                    add(closed, "CLOSED_" + closed.closedAs(), closed.note());
        }
    }

    private void add(HandlingEvent event, String activity, @Nullable String text) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into journal_entry (case_id, round, at, activity, actor, text)
                        values (?, ?, ?, ?, ?, ?)
                        """,
                        event.customerCase().id().value(),
                        event.round(),
                        event.at(),
                        activity,
                        event.by().id(),
                        text));
    }

    List<Entry> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from journal_entry where case_id = ? order by seq")
                        .bind(0, customerCase.value())
                        .map((row, context) ->
                                new Entry(
                                        row.getInt("round"),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getString("activity"),
                                        row.getString("actor"),
                                        row.getString("text")))
                        .list());
    }
}
