package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.RetryRule.Verdict;
import org.redress.notification.recipients.CustomerErased;

/** The messages on their way, as a queue in the database that any number of replicas may empty. */
@ApplicationScoped
class Messages {
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Clock clock;
    private final Event<MessageParked> parked;
    private final Event<DeliveryEvent> delivery;

    @Inject
    Messages(
            Jdbi jdbi,
            ObjectMapper json,
            Clock clock,
            Event<MessageParked> parked,
            Event<DeliveryEvent> delivery) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.parked = parked;
        this.delivery = delivery;
    }

    /** Parks the message until the sender finds that all it needs is here; once per dedup key. */
    @Transactional(MANDATORY)
    void add(Draft draft) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into messages (id, dedup_key, purpose, mode,
                                    org_unit, cause_id, traceparent, case_id, case_number, round,
                                    recipient_kind, recipient_id, page, escalation_id,
                                    sealed, created_at)
                                values (:id, :dedupKey, :purpose, :mode, :orgUnit, :causeId,
                                    :traceparent,
                                    :caseId, :caseNumber, :round, :recipientKind,
                                    :recipientId, cast(:pageJson as jsonb),
                                    :escalationId, :sealed, :now)
                                on conflict (dedup_key) do nothing
                                """)
                        .bind("id", UuidCreator.getTimeOrderedEpoch())
                        .bind("dedupKey", draft.dedupKey())
                        .bind("purpose", draft.purpose().name())
                        .bind("mode", draft.origin().mode().name())
                        .bind("orgUnit", draft.origin().orgUnit())
                        .bind("causeId", draft.origin().causeId())
                        .bind("traceparent", draft.origin().traceparent())
                        .bind("caseId", draft.caseId())
                        .bind("caseNumber", draft.caseNumber())
                        .bind("round", draft.round())
                        .bind("recipientKind", draft.recipientKind().name())
                        .bind("recipientId", draft.recipientId())
                        .bind("escalationId", draft.escalationId())
                        .bind("sealed", draft.sealed())
                        .bind("pageJson", write(draft.page()))
                        .bind("now", utc(clock.instant()))
                        .execute());
        parked.fire(new MessageParked());
    }

    /**
     * Releases what waited for something that has come since, then claims messages that are due,
     * pages first, or whose claim ran out because their sender died. Their attempts are on record
     * before anything is sent.
     *
     * @param mine messages that this process is still sending, whatever their claim says
     */
    @Transactional
    List<Message> claim(int most, Instant until, Collection<UUID> mine) {
        var now = utc(clock.instant());
        return jdbi.withHandle(handle -> {
            release(handle, now);
            var claimed = claim(handle, most, now, utc(until), mine);
            beginAttempts(handle, claimed, now);
            return claimed;
        });
    }

    private static void release(Handle handle, OffsetDateTime now) {
        handle.createUpdate(
                        """
                        update messages m
                        set state = case when r.reason is null then 'QUEUED' else 'SUPPRESSED' end,
                            state_reason = r.reason,
                            recipient_id = r.recipient_id,
                            queued_at = :now,
                            due_at = :now,
                            finished_at = case when r.reason is not null
                                then cast(:now as timestamptz) end
                        from (
                            select w.id,
                                coalesce(w.recipient_id, c.customer_id) as recipient_id,
                                case
                                    when t.escalation_id is not null then 'ACKNOWLEDGED'
                                    when w.recipient_kind = 'STAFF' then null
                                    when u.sealed is null then 'ERASED'
                                end as reason
                            from messages w
                            join cases c using (case_id)
                            left join customers u using (customer_id)
                            left join taken_escalations t using (escalation_id)
                            where w.state = 'WAITING'
                              and (w.recipient_kind = 'STAFF' or u.customer_id is not null)
                        ) r
                        where m.id = r.id and m.state = 'WAITING'
                        """)
                .bind("now", now)
                .execute();
    }

    private List<Message> claim(
            Handle handle,
            int most,
            OffsetDateTime now,
            OffsetDateTime until,
            Collection<UUID> mine) {
        return handle.createQuery(
                        """
                        with due as (
                            select id from messages
                            where (state = 'QUEUED' and due_at <= :now
                                or state = 'SENDING' and claimed_until <= :now)
                              and id <> all(:mine)
                            order by recipient_kind desc, due_at
                            limit :most
                            for update skip locked)
                        update messages m
                        set state = 'SENDING', attempts = attempts + 1, claimed_until = :until
                        from due where m.id = due.id
                        returning m.*
                        """)
                .bind("now", now)
                .bind("until", until)
                .bindArray("mine", UUID.class, mine.toArray())
                .bind("most", most)
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
                handle.createQuery(
                                """
                                select min(at) as at from (
                                    select min(due_at) as at from messages
                                    where state = 'QUEUED'
                                    union all
                                    select min(claimed_until) from messages
                                    where state = 'SENDING' and id <> all(:mine)) next
                                """)
                        .bindArray("mine", UUID.class, mine.toArray())
                        .map((row, _) -> Optional.ofNullable(instant(row, "at")))
                        .one());
    }

    /** How many messages are still to be sent, the waiting ones included. */
    long unsent() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select count(*) from messages where state in ('WAITING', 'QUEUED',"
                                        + " 'SENDING')")
                        .mapTo(long.class)
                        .one());
    }

    /** Records how an attempt ended, unless the claim was lost to another sender meanwhile. */
    @Transactional
    void finish(Message message, Outcome outcome, Verdict verdict) {
        var now = clock.instant();
        var mine =
                switch (verdict) {
                    case Verdict.Sent _ -> leave(message, MessageState.SENT, null, now);
                    case Verdict.GivenUp _ -> leave(message, MessageState.FAILED, null, now);
                    case Verdict.Again(var dueAt) ->
                            leave(message, MessageState.QUEUED, dueAt, now);
                };
        if (!mine) {
            return;
        }
        endAttempt(message, outcome, now);
        delivery.fire(
                outcome instanceof Outcome.Accepted
                        ? new DeliveryEvent.Sent(message, now)
                        : new DeliveryEvent.Failed(
                                message,
                                outcome.detail(),
                                verdict instanceof Verdict.GivenUp,
                                now));
    }

    private boolean leave(Message message, MessageState to, @Nullable Instant dueAt, Instant now) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                        """
                                        update messages set state = :to, claimed_until = null,
                                            due_at = coalesce(cast(:dueAt as timestamptz), due_at),
                                            finished_at = case when :to <> 'QUEUED'
                                                then cast(:now as timestamptz) end
                                        where id = :id and attempts = :attempt
                                          and state = any(:from)
                                        """)
                                .bind("to", to.name())
                                .bind("dueAt", dueAt == null ? null : utc(dueAt))
                                .bind("now", utc(now))
                                .bind("id", message.id())
                                .bind("attempt", message.attempt())
                                .bind("from", to.from())
                                .execute()
                        == 1);
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
            case Outcome.Refused _ -> "REFUSED";
            case Outcome.Unreachable _ -> "UNREACHABLE";
        };
    }

    void forget(@Observes CustomerErased erased) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update messages set state = 'SUPPRESSED',
                                    state_reason = 'ERASED', finished_at = :now
                                where recipient_kind = 'CUSTOMER' and recipient_id = :id
                                  and state = any(:from)
                                """)
                        .bind("id", erased.customerId())
                        .bind("now", utc(clock.instant()))
                        .bind("from", MessageState.SUPPRESSED.from())
                        .execute());
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                Purpose.valueOf(row.getString("purpose")),
                new Origin(
                        Mode.valueOf(row.getString("mode")),
                        row.getString("org_unit"),
                        row.getString("cause_id"),
                        row.getString("traceparent")),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getInt("round"),
                new Recipient(
                        Recipient.Kind.valueOf(row.getString("recipient_kind")),
                        row.getString("recipient_id")),
                read(row.getString("page")),
                row.getString("escalation_id"),
                row.getBytes("sealed"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable String write(@Nullable Page page) {
        try {
            return page == null ? null : json.writeValueAsString(page);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Page read(@Nullable String page) {
        try {
            return page == null ? null : json.readValue(page, Page.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
