package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;
import org.redress.notification.messages.PagedMessage.End;

/**
 * How the calls stand: taken by somebody, settled, or their case over. Whatever ends a call keeps
 * its pages that have not gone out from going, and whoever was called hears it in the same thread
 * (NO-06).
 */
@ApplicationScoped
class Calls {
    private final Jdbi jdbi;
    private final NewMessages messages;
    private final MessageRows rows;
    private final Clock clock;

    Calls(Jdbi jdbi, NewMessages messages, MessageRows rows, Clock clock) {
        this.jdbi = jdbi;
        this.messages = messages;
        this.rows = rows;
        this.clock = clock;
    }

    /** As {@link NewMessages#hold}. */
    @Transactional(MANDATORY)
    void hold(String callId) {
        messages.hold(List.of(callId));
    }

    /**
     * How the call has ended that {@code told} names; what is over weighs more than who took it.
     */
    static final String END =
            """
            select outcome, person_id, at from (
                select 0 as rank, outcome, person_id, settled_at as at
                from settled_escalation where escalation_id = told.escalation_id
                union all
                select 1, outcome, person_id, ended_at
                from case_end where case_id = told.case_id and round = told.round
                union all
                select 2, 'TAKEN', person_id, taken_at
                from taken_escalation where escalation_id = told.escalation_id) ends
            order by rank, at desc limit 1
            """;

    /** The first one takes it. */
    @Transactional(MANDATORY)
    boolean take(String callId, String personId, String via, Instant at) {
        hold(callId);
        var first =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                insert into taken_escalation
                                                    (escalation_id, person_id, via, taken_at)
                                                values (:call, :person, :via, :at)
                                                on conflict do nothing
                                                """)
                                        .bind("call", callId)
                                        .bind("person", personId)
                                        .bind("via", via)
                                        .bind("at", at)
                                        .execute()
                                == 1);
        if (first) {
            over(callId, new End(News.Outcome.TAKEN, personId, at));
        }
        return first;
    }

    /** What it was about is over, or somebody else sees to it: nobody needs to answer any more. */
    @Transactional(MANDATORY)
    void settle(String callId, End end) {
        hold(callId);
        var first =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                insert into settled_escalation (escalation_id,
                                                    outcome, person_id, settled_at)
                                                values (:call, :outcome, :person, :at)
                                                on conflict do nothing
                                                """)
                                        .bind("call", callId)
                                        .bind("outcome", end.outcome().name())
                                        .bind("person", end.personId())
                                        .bind("at", end.at())
                                        .execute()
                                == 1);
        if (first) {
            over(callId, end);
        }
    }

    /** A round of a case is over: none of its pages goes out any more, and its links say so. */
    @Transactional(MANDATORY)
    void endRound(UUID caseId, int round, End end) {
        messages.flush();
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            insert into case_end (case_id, round, outcome, person_id, ended_at)
                            values (:case, :round, :outcome, :person, :at)
                            on conflict do nothing
                            """)
                    .bind("case", caseId)
                    .bind("round", round)
                    .bind("outcome", end.outcome().name())
                    .bind("person", end.personId())
                    .bind("at", end.at())
                    .execute();
            handle.createUpdate(CALL_OFF.formatted("case_id = :case and round = :round"))
                    .bind("case", caseId)
                    .bind("round", round)
                    .bind("reason", reason(end.outcome()))
                    .bind("now", clock.instant())
                    .execute();
        });
    }

    /** What is being sent at this moment keeps the reason, and is not tried again if it fails. */
    private static final String CALL_OFF =
            """
            update message set
                state = case when state = 'SENDING' then state else 'SUPPRESSED' end,
                state_reason = :reason,
                finished_at = case when state <> 'SENDING' then cast(:now as timestamptz) end
            where %s and priority = 0 and state in ('WAITING', 'QUEUED', 'BUNDLED', 'SENDING')
            """;

    /** Why a page was not sent, as its record says it. */
    static String reason(News.Outcome outcome) {
        return outcome == News.Outcome.TAKEN ? "ACKNOWLEDGED" : "SETTLED";
    }

    private void over(String callId, End end) {
        messages.flush();
        jdbi.useHandle(handle ->
                handle.createUpdate(CALL_OFF.formatted("escalation_id = :call"))
                        .bind("call", callId)
                        .bind("reason", reason(end.outcome()))
                        .bind("now", clock.instant())
                        .execute());
        for (var called : called(callId)) {
            if (!called.personId.equals(end.personId())) {
                messages.add(news(callId, called, end));
            }
        }
    }

    private Draft news(String callId, Called called, End end) {
        return Draft.toStaff(
                "%s:%s:%s".formatted(end.outcome(), callId, called.personId),
                Purpose.STAFF_NEWS,
                called.origin,
                called.about,
                called.personId,
                called.call,
                callId,
                new News(end.outcome(), end.personId(), end.at(), called.thread));
    }

    /** Everybody whose page went out, or is going out now, with the last one's call. */
    private List<Called> called(String callId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select distinct on (recipient_id) m.*, (
                                    select array_agg(coalesce(bundle_id, id) order by id) from message
                                    where escalation_id = :call and priority = 0
                                      and state in ('SENT', 'SENDING')
                                      and recipient_id = m.recipient_id) as thread
                                from message m
                                where escalation_id = :call and priority = 0
                                  and state in ('SENT', 'SENDING')
                                order by recipient_id, id desc
                                """)
                        .bind("call", callId)
                        .map((row, _) -> called(row))
                        .list());
    }

    private Called called(ResultSet row) throws SQLException {
        return new Called(
                row.getString("recipient_id"),
                MessageRows.origin(row),
                MessageRows.about(row),
                rows.call(row),
                List.of((UUID[]) row.getArray("thread").getArray()));
    }

    /** What {@link #END} says, joined to whatever it is about; empty while nothing has ended it. */
    static Optional<End> end(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? Optional.empty()
                : Optional.of(
                        new End(
                                News.Outcome.valueOf(outcome),
                                row.getString("person_id"),
                                row.getObject("at", OffsetDateTime.class).toInstant()));
    }

    private record Called(
            String personId,
            Origin origin,
            @Nullable CaseRef about,
            @Nullable Call call,
            List<UUID> thread) {}
}
