package org.redress.notification.messages;

import static org.redress.notification.messages.Messages.utc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.messages.RetryRule.Verdict;
import org.redress.platform.messaging.Alarms;

/** The messages that are due, as a queue in the database that any number of replicas may empty. */
@ApplicationScoped
class Queue {
    private final Jdbi jdbi;
    private final CallJson json;
    private final Clock clock;
    private final Alarms alarms;
    private final Event<DeliveryEvent> delivery;

    @Inject
    Queue(Jdbi jdbi, CallJson json, Clock clock, Alarms alarms, Event<DeliveryEvent> delivery) {
        this.jdbi = jdbi;
        this.alarms = alarms;
        this.json = json;
        this.clock = clock;
        this.delivery = delivery;
    }

    /**
     * Claims messages whose claim ran out because their sender died, and then what is due, pages
     * first. Their attempts are on record before anything is sent.
     *
     * @param mine messages that this process is still sending, whatever their claim says
     */
    @Transactional
    List<Message> claim(int most, Instant until, Collection<UUID> mine) {
        var now = utc(clock.instant());
        return jdbi.withHandle(handle -> {
            var claim = new Claim(handle, now, utc(until), mine);
            var claimed = new ArrayList<>(claim(claim, LAPSED, 0, most));
            for (var lane : Purpose.LANES) {
                if (claimed.size() < most) {
                    claimed.addAll(claim(claim, DUE, lane, most - claimed.size()));
                }
            }
            beginAttempts(handle, claimed, now);
            return List.copyOf(claimed);
        });
    }

    private record Claim(
            Handle handle, OffsetDateTime now, OffsetDateTime until, Collection<UUID> mine) {}

    private static final String LAPSED =
            """
            select id from messages
            where state = 'SENDING' and claimed_until <= :now and id <> all(:mine)
            order by claimed_until limit :most for update skip locked
            """;

    /** One lane, in the order of its index: of a long queue only what is taken is read. */
    static final String DUE =
            """
            select id from messages
            where state = 'QUEUED' and priority = :lane and due_at <= :now and id <> all(:mine)
            order by due_at limit :most for update skip locked
            """;

    private List<Message> claim(Claim claim, String which, int lane, int most) {
        return claim.handle
                .createQuery(
                        """
                        with due as materialized (%s)
                        update messages m
                        set state = 'SENDING', attempts = attempts + 1, claimed_until = :until
                        from due where m.id = due.id
                        returning m.*
                        """
                                .formatted(which))
                .bind("now", claim.now)
                .bind("until", claim.until)
                .bindArray("mine", UUID.class, claim.mine.toArray())
                .bind("most", most)
                .configure(SqlStatements.class, sql -> sql.setUnusedBindingAllowed(true))
                .bind("lane", lane)
                .map((row, _) -> message(row))
                .list();
    }

    private static void beginAttempts(Handle handle, List<Message> claimed, OffsetDateTime now) {
        if (claimed.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch(
                        """
                        with interrupted as (
                            update attempts set outcome = 'UNKNOWN', finished_at = :now
                            where message_id = :id and finished_at is null)
                        insert into attempts (message_id, attempt, started_at)
                        values (:id, :attempt, :now)
                        """);
        for (var message : claimed) {
            batch.bind("id", message.id())
                    .bind("attempt", message.attempt())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /** When the sender has to look again even if nobody wakes it. */
    Optional<Instant> nextDue(Collection<UUID> mine) {
        return jdbi.withHandle(handle ->
                handle.createQuery(NEXT)
                        .bindArray("lanes", Integer.class, Purpose.LANES.toArray())
                        .bindArray("mine", UUID.class, mine.toArray())
                        .map((row, _) ->
                                Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))
                        .one());
    }

    /** The first entries of the same indexes, whatever comes behind them. */
    static final String NEXT =
            """
            select min(at) as at from (
                select first.due_at as at
                from unnest(:lanes) lane (priority) cross join lateral (
                    select due_at from messages
                    where state = 'QUEUED' and messages.priority = lane.priority
                    order by due_at limit 1) first
                union all
                (select claimed_until from messages
                where state = 'SENDING' and id <> all(:mine)
                order by claimed_until limit 1)) next
            """;

    /** Where these messages are now. */
    Set<MessageState> statesOf(Collection<UUID> messages) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select distinct state from messages where id = any(:ids)")
                        .bindArray("ids", UUID.class, messages.toArray())
                        .mapTo(MessageState.class)
                        .set());
    }

    /**
     * Records how an attempt ended, unless the claim was lost to another sender meanwhile.
     *
     * @return whether the message is done with: it will not be tried again
     */
    @Transactional
    boolean finish(Message message, Outcome outcome, Verdict verdict) {
        var now = clock.instant();
        var state =
                switch (verdict) {
                    case Verdict.Sent _ -> leave(message, MessageState.SENT, null, null, now);
                    case Verdict.GivenUp _ -> leave(message, MessageState.FAILED, null, null, now);
                    case Verdict.Dropped(var reason) ->
                            leave(message, MessageState.SUPPRESSED, null, reason, now);
                    case Verdict.Again(var dueAt) ->
                            leave(message, MessageState.QUEUED, dueAt, null, now);
                };
        if (state.isEmpty()) {
            return false;
        }
        endAttempt(message, outcome, now);
        tell(message, outcome, verdict, now);
        return state.get() != MessageState.QUEUED;
    }

    private void tell(Message message, Outcome outcome, Verdict verdict, Instant now) {
        switch (outcome) {
            case Outcome.Accepted _ -> delivery.fire(new DeliveryEvent.Sent(message, now));
            case Outcome.Unneeded _, Outcome.PutOff _ -> {}
            case Outcome.Impossible _ -> tellFailed(message, outcome, verdict, now);
            case Outcome.Refused _, Outcome.Unreachable _, Outcome.Away _ -> {
                tellFailed(message, outcome, verdict, now);
                if (verdict instanceof Verdict.GivenUp) {
                    alarm(message, outcome);
                }
            }
        }
    }

    private void tellFailed(Message message, Outcome outcome, Verdict verdict, Instant now) {
        delivery.fire(
                new DeliveryEvent.Failed(
                        message, outcome.detail(), verdict instanceof Verdict.GivenUp, now));
    }

    /** A customer who gave an address and is not reached at it has to be reached by a person. */
    private void alarm(Message message, Outcome outcome) {
        if (message.recipient().kind() == Recipient.Kind.CUSTOMER
                && message.origin().mode() == Mode.REAL) {
            var about = message.ofCase();
            alarms.reportOnCommit(
                    "CUSTOMER_NOT_REACHED", about.number(), outcome.detail(), about.id());
        }
    }

    /**
     * Leaves SENDING. A call that ended meanwhile has left its reason in the row: what would be
     * tried again is not.
     */
    private Optional<MessageState> leave(
            Message message,
            MessageState to,
            @Nullable Instant dueAt,
            @Nullable String reason,
            Instant now) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                update messages set
                                    state = case when :to = 'QUEUED' and state_reason is not null
                                        then 'SUPPRESSED' else :to end,
                                    state_reason = case
                                        when :to in ('SENT', 'FAILED') then null
                                        else coalesce(state_reason, :reason) end,
                                    claimed_until = null,
                                    due_at = coalesce(cast(:dueAt as timestamptz), due_at),
                                    finished_at = case
                                        when :to <> 'QUEUED' or state_reason is not null
                                        then cast(:now as timestamptz) end
                                where id = :id and attempts = :attempt and state = 'SENDING'
                                returning state
                                """)
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("dueAt", dueAt == null ? null : utc(dueAt))
                        .bind("now", utc(now))
                        .bind("id", message.id())
                        .bind("attempt", message.attempt())
                        .mapTo(MessageState.class)
                        .findOne());
    }

    private void endAttempt(Message message, Outcome outcome, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update attempts set finished_at = :now,
                                    outcome = :outcome, detail = :detail
                                where message_id = :id and attempt = :attempt
                                """)
                        .bind("now", utc(now))
                        .bind("outcome", name(outcome))
                        .bind("detail", outcome.detail())
                        .bind("id", message.id())
                        .bind("attempt", message.attempt())
                        .execute());
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "ACCEPTED";
            case Outcome.Refused _, Outcome.Impossible _ -> "REFUSED";
            case Outcome.Unreachable _, Outcome.Away _ -> "UNREACHABLE";
            case Outcome.PutOff _ -> "PUT_OFF";
            case Outcome.Unneeded _ -> "UNNEEDED";
        };
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                Purpose.valueOf(row.getString("purpose")),
                CallJson.origin(row),
                CallJson.about(row),
                new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_id")),
                json.call(row),
                row.getString("escalation_id"),
                json.news(row),
                row.getBytes("sealed"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }
}
