package org.redress.escalation.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.clocks.ClockEvent;
import org.redress.escalation.paging.Escalation;
import org.redress.escalation.paging.PagingEvent;
import org.redress.platform.messaging.OneTrip;
import org.redress.platform.vault.Vault;

/**
 * What was done on a case, in the words of those who did it; only ever added to (IN-29). The words
 * rest under the case's key.
 */
@ApplicationScoped
class Journal {

    static final String WORDS = "journal_entry.text";

    private static final String END_PROPOSED = "END_PROPOSED";

    /**
     * One entry.
     *
     * @param seq its place in the journal
     * @param by who did it: a person's id, or the rule or timer
     * @param to the person or the unit that the case was passed to, or the unit that was asked
     * @param text the words, or the unit that the case was assigned to; none when they were erased
     */
    record Entry(
            long seq,
            int round,
            Instant at,
            String activity,
            String by,
            @Nullable String to,
            @Nullable String text) {

        @Override
        public String toString() {
            return "Entry[seq=" + seq + ", activity=" + activity + "]";
        }
    }

    private final Jdbi jdbi;
    private final Vault vault;
    private final OneTrip<Unplaced> unwritten;

    /** An entry that has no place yet: the unit that the case was assigned to, or sealed words. */
    private record Unplaced(
            CaseId customerCase,
            int round,
            Instant at,
            Actor by,
            String activity,
            @Nullable UnitPath unit,
            byte @Nullable [] sealed,
            @Nullable String passedTo) {

        static Unplaced of(
                HandlingEvent event,
                String activity,
                @Nullable UnitPath unit,
                byte @Nullable [] sealed) {
            return new Unplaced(
                    event.customerCase().id(),
                    event.round(),
                    event.at(),
                    event.by(),
                    activity,
                    unit,
                    sealed,
                    Journal.passedTo(event));
        }
    }

    Journal(Jdbi jdbi, Vault vault, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.unwritten = OneTrip.to(transaction, this::insert);
    }

    void keep(@Observes HandlingEvent event) {
        unwritten.addAll(
                List.of(
                        switch (event) {
                            case HandlingEvent.Assigned assigned ->
                                    Unplaced.of(assigned, "ASSIGNED", assigned.unit(), null);
                            case HandlingEvent.HandedOver passed ->
                                    said(passed, passed.way().name(), passed.note());
                            case HandlingEvent.Progressed progressed ->
                                    said(
                                            progressed,
                                            progressed.activity().name(),
                                            progressed.note());
                            case HandlingEvent.Resolved resolved ->
                                    said(resolved, "RESOLVED", resolved.resolution());
                            case HandlingEvent.Reopened reopened ->
                                    said(reopened, "REOPENED", reopened.reason());
                            case HandlingEvent.PromiseChanged changed ->
                                    said(changed, "PROMISE_CHANGED", changed.reason());
                            case HandlingEvent.Directed directed ->
                                    said(directed, activity(directed), directed.words());
                            case HandlingEvent.Urged urged -> said(urged, "URGED", null);
                            case HandlingEvent.ProblemDeclared problem ->
                                    said(problem, "PROBLEM_DECLARED", null);
                            case HandlingEvent.CoHandled coHandled ->
                                    said(
                                            coHandled,
                                            "CO_HANDLING_" + coHandled.coHandling().state(),
                                            coHandled.words());
                            case HandlingEvent.Escalated escalated ->
                                    said(escalated, "ESCALATED", escalated.reason());
                            case HandlingEvent.Noted noted ->
                                    said(noted, noted.activity(), noted.words());
                            case HandlingEvent.Verified verified ->
                                    said(verified, "VERIFIED", verified.reason());
                            case HandlingEvent.EndProposed proposed ->
                                    said(proposed, END_PROPOSED, proposed.words());
                            case HandlingEvent.EndRefused refused ->
                                    said(refused, "END_REFUSED", refused.reason());
                            case HandlingEvent.Closed closed ->
                                    said(closed, "CLOSED_" + closed.closedAs(), closed.note());
                        }));
    }

    private Unplaced said(HandlingEvent event, String activity, @Nullable String words) {
        UUID customerCase = event.customerCase().id().value();
        return Unplaced.of(event, activity, null, vault.seal(customerCase, WORDS, words));
    }

    /** What people do to clocks, and why; what time does is not theirs. */
    void keep(@Observes ClockEvent event) {
        switch (event) {
            case ClockEvent.Paused paused -> said(paused, "CLOCK_PAUSED", paused.note());
            case ClockEvent.Resumed resumed -> said(resumed, "CLOCK_RESUMED", null);
            case ClockEvent.Extended extended ->
                    said(extended, "CLOCK_EXTENDED", extended.reason());
            case ClockEvent.Started _,
                    ClockEvent.Warned _,
                    ClockEvent.Breached _,
                    ClockEvent.Rebased _,
                    ClockEvent.Met _ -> {}
        }
    }

    private void said(ClockEvent event, String activity, @Nullable String words) {
        said(
                event.clock().customerCase().id(),
                event.clock().round(),
                event.at(),
                event.by(),
                activity,
                words);
    }

    /** What people do to escalations, and why. */
    void keep(@Observes PagingEvent.Done done) {
        Escalation escalation = done.escalation();
        said(
                escalation.customerCase().id(),
                escalation.round(),
                done.at(),
                done.by(),
                "PAGE_" + done.deed(),
                done.words());
    }

    private void said(
            CaseId customerCase,
            int round,
            Instant at,
            Actor by,
            String activity,
            @Nullable String words) {
        unwritten.addAll(
                List.of(
                        new Unplaced(
                                customerCase,
                                round,
                                at,
                                by,
                                activity,
                                null,
                                vault.seal(customerCase.value(), WORDS, words),
                                null)));
    }

    private void insert(List<Unplaced> entries) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            insert into journal_entry (case_id, round, at, activity, actor, unit, sealed, passed_to)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """);
            for (Unplaced entry : entries) {
                batch.add(
                        entry.customerCase().value(),
                        entry.round(),
                        entry.at(),
                        entry.activity(),
                        entry.by().id(),
                        entry.unit() == null ? null : entry.unit().value(),
                        entry.sealed(),
                        entry.passedTo());
            }
            batch.execute();
        });
    }

    /** {@code URGE}, {@code URGE_RECEIVED}, {@code URGE_ANSWERED}. */
    private static String activity(HandlingEvent.Directed directed) {
        String kind = directed.directive().kind().name();
        return switch (directed.step()) {
            case ISSUED -> kind;
            case RECEIVED, ANSWERED -> kind + "_" + directed.step();
        };
    }

    private static @Nullable String passedTo(HandlingEvent event) {
        return switch (event) {
            case HandlingEvent.HandedOver passed ->
                    passed.handler() == null ? passed.unit().value() : passed.handler().value();
            case HandlingEvent.CoHandled coHandled -> coHandled.coHandling().unit().value();
            case HandlingEvent.ProblemDeclared problem -> problem.supervisedBy().value();
            case HandlingEvent.Assigned _,
                    HandlingEvent.Progressed _,
                    HandlingEvent.Urged _,
                    HandlingEvent.Escalated _,
                    HandlingEvent.Directed _,
                    HandlingEvent.Noted _,
                    HandlingEvent.Verified _,
                    HandlingEvent.Resolved _,
                    HandlingEvent.Reopened _,
                    HandlingEvent.PromiseChanged _,
                    HandlingEvent.EndProposed _,
                    HandlingEvent.EndRefused _,
                    HandlingEvent.Closed _ ->
                    null;
        };
    }

    /** What the end was proposed with that waits for a manager; none if it was erased. */
    @Nullable String proposedEnd(CaseId customerCase) {
        unwritten.flush();
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select * from journal_entry where case_id = ? and activity = ?
                                        order by seq desc limit 1
                                        """)
                                .bind(0, customerCase.value())
                                .bind(1, END_PROPOSED)
                                .map((row, context) -> Optional.ofNullable(words(row)))
                                .findOne())
                .flatMap(Function.identity())
                .orElse(null);
    }

    /** The entries before the one at that place, the latest first. */
    List<Entry> before(CaseId customerCase, long seq, int limit) {
        unwritten.flush();
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
                row.getString("passed_to"),
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
