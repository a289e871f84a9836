package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;
import org.redress.notification.recipients.CustomerErased;
import org.redress.platform.messaging.OneTrip;

/** Messages as they come to be: what staff must hear is due at once, a customer's mail may wait. */
@ApplicationScoped
public class NewMessages {
    private final Jdbi jdbi;
    private final MessageRows rows;
    private final Clock clock;
    private final Patience patience;
    private final Event<MessageParked> parked;
    private final Cases cases;
    private final Event<DeliveryEvent> delivery;
    private final Pagers pagers;
    private final OneTrip<Draft> drafts;

    NewMessages(
            Jdbi jdbi,
            MessageRows rows,
            Clock clock,
            Patience patience,
            Event<MessageParked> parked,
            Cases cases,
            Event<DeliveryEvent> delivery,
            Pagers pagers,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.clock = clock;
        this.patience = patience;
        this.parked = parked;
        this.cases = cases;
        this.delivery = delivery;
        this.pagers = pagers;
        this.drafts = OneTrip.andThen(transaction, this::insert);
    }

    /**
     * Adds the message, once per dedup key, before this transaction commits. What goes to staff is
     * due now, unless its call has ended. What goes to a customer waits until all it needs is here.
     */
    @Transactional(MANDATORY)
    void add(Draft draft) {
        drafts.add(draft);
    }

    /** Writes what has been added in this transaction: what follows in it sees it. */
    public void flush() {
        drafts.flush();
    }

    /**
     * Until the end of this transaction nobody else changes how these calls stand, or adds a page
     * to them: a page and the end of its call, on two topics or by a link, cannot miss each other.
     */
    @Transactional(MANDATORY)
    void hold(Collection<String> calls) {
        jdbi.useHandle(handle ->
                handle.createQuery(
                                """
                                select count(pg_advisory_xact_lock(hashtextextended(call, 17)))
                                from (select distinct unnest(cast(:calls as text[])) as call
                                    order by call) ordered
                                """)
                        .bindArray("calls", String.class, calls.toArray())
                        .mapTo(int.class)
                        .one());
    }

    private static final String INSERT =
            """
            insert into message (id, dedup_key, purpose, priority, state, state_reason, mode,
                org_unit, cause_id, traceparent, case_id, case_number, round, recipient_kind,
                recipient_id, page, alert, news, escalation_id, sealed, bundle_id, created_at,
                queued_at, due_at, finished_at)
            select id, dedup_key, purpose, priority, stands.state, stands.reason, mode, org_unit,
                cause_id, traceparent, told.case_id, told.case_number, told.round, recipient_kind,
                case when stands.state = 'WAITING' or recipient_kind = 'STAFF'
                    then recipient_id else c.customer_id end,
                page, alert, news, escalation_id, decode(told.sealed, 'base64'), told.bundle_id, :now,
                case when stands.state <> 'WAITING' then cast(:now as timestamptz) end,
                case when stands.state = 'WAITING' then null
                    when purpose = :patient and a.case_id is null
                    then cast(:later as timestamptz) else coalesce(told.due_at, :now) end,
                case when stands.state = 'SUPPRESSED' then cast(:now as timestamptz) end
            from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                id uuid, dedup_key text, purpose text, priority smallint, mode text, org_unit text,
                cause_id text, traceparent text, case_id uuid, case_number text, round int,
                recipient_kind text, recipient_id text, page jsonb, alert jsonb, news jsonb,
                escalation_id text, sealed text, bundle_id uuid, due_at timestamptz)
            left join customer_case c on c.case_id = told.case_id and recipient_kind = 'CUSTOMER'
            left join customer u on u.customer_id = c.customer_id
            left join assessment a on a.case_id = c.case_id
            left join lateral (%s) ended on priority = 0
            cross join lateral (
                select case when ended.outcome is not null then 'SUPPRESSED'
                        when told.bundle_id is not null then 'BUNDLED'
                        when recipient_kind = 'STAFF' then 'QUEUED'
                        when u.customer_id is null then 'WAITING'
                        when u.erased then 'SUPPRESSED' else 'QUEUED' end as state,
                    case when ended.outcome = 'TAKEN' then 'ACKNOWLEDGED'
                        when ended.outcome is not null then 'SETTLED'
                        when u.erased then 'ERASED' end as reason) stands
            on conflict (dedup_key) do nothing
            returning state, due_at, case_id, exists (
                select from message w
                where w.state = 'WAITING' and w.case_id = message.case_id) as is_awaited
            """
                    .formatted(Calls.END);

    private Runnable insert(List<Draft> added) {
        cases.flush();
        var pages =
                added.stream()
                        .filter(draft -> draft.purpose().calls())
                        .map(Draft::callId)
                        .filter(Objects::nonNull)
                        .toList();
        if (!pages.isEmpty()) {
            hold(pages);
        }
        var now = clock.instant();
        var placed = pagers.place(added, now);
        var told = rows.write(placed.stream().map(NewMessages::row).toList());
        var inserted =
                jdbi.withHandle(handle ->
                        handle.createQuery(INSERT)
                                .bind("rows", told)
                                .bind("now", now)
                                .bind("later", patience.endsAfter(now))
                                .bind("patient", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                                .map((row, _) -> inserted(row))
                                .list());
        if (inserted.size() < placed.size()) {
            tellEndsAgain(added);
        }
        return () -> inserted.forEach(one -> one.ifPresent(parked::fire));
    }

    /** Whoever tells a page again that is over here has not heard what became of it. */
    private void tellEndsAgain(List<Draft> added) {
        var pages =
                added.stream()
                        .filter(draft -> draft.purpose() == Purpose.ESCALATION_PAGE)
                        .map(Draft::dedupKey)
                        .toList();
        jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select m.*, (select detail from attempt where message_id = m.id
                                            order by attempt desc limit 1) as detail
                                        from message m
                                        where dedup_key = any(:pages) and state in ('SENT', 'FAILED')
                                        """)
                                .bindArray("pages", String.class, pages)
                                .map((row, _) -> end(row))
                                .list())
                .forEach(delivery::fire);
    }

    private DeliveryEvent end(ResultSet row) throws SQLException {
        var message = rows.alone(row);
        var at = row.getObject("finished_at", OffsetDateTime.class).toInstant();
        return MessageState.valueOf(row.getString("state")) == MessageState.SENT
                ? new DeliveryEvent.Sent(message, at)
                : new DeliveryEvent.Failed(message, row.getString("detail"), true, at);
    }

    /** What the sender has to know of a message that was added; nothing if it does not go out. */
    private static Optional<MessageParked> inserted(ResultSet row) throws SQLException {
        var caseId = row.getObject("case_id", UUID.class);
        return switch (MessageState.valueOf(row.getString("state"))) {
            case WAITING -> Optional.of(new MessageParked.Waiting(caseId));
            case QUEUED ->
                    Optional.of(
                            new MessageParked.Due(
                                    row.getObject("due_at", OffsetDateTime.class).toInstant(),
                                    row.getBoolean("is_awaited") ? caseId : null));
            case BUNDLED, SENDING, SENT, FAILED, SUPPRESSED -> Optional.empty();
        };
    }

    private static Row row(Pagers.Placed placed) {
        var draft = placed.draft();
        var about = draft.about();
        var origin = draft.origin();
        return new Row(
                placed.id(),
                draft.dedupKey(),
                draft.purpose(),
                draft.purpose().priority(),
                origin.mode(),
                origin.orgUnit(),
                origin.causeId(),
                origin.traceparent(),
                about == null ? null : about.id(),
                about == null ? null : about.number(),
                about == null ? null : about.round(),
                draft.recipientKind(),
                draft.recipientId(),
                draft.call() instanceof Page page ? page : null,
                draft.call() instanceof AlertPage alert ? alert : null,
                draft.news(),
                draft.callId(),
                draft.sealed(),
                placed.bundleId(),
                placed.dueAt() == null ? null : placed.dueAt().toString());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Row(
            UUID id,
            String dedupKey,
            Purpose purpose,
            int priority,
            Mode mode,
            @Nullable String orgUnit,
            @Nullable String causeId,
            @Nullable String traceparent,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable Integer round,
            Recipient.Kind recipientKind,
            @Nullable String recipientId,
            @Nullable Page page,
            @Nullable AlertPage alert,
            @Nullable News news,
            @Nullable String escalationId,
            byte @Nullable [] sealed,
            @Nullable UUID bundleId,
            @Nullable String dueAt) {}

    /**
     * What has not gone out to the customer does not, and nothing tells how often they were written
     * to.
     */
    void forget(@Observes CustomerErased erased) {
        flush();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update message set
                                    state = case when state in ('WAITING', 'QUEUED')
                                        then 'SUPPRESSED' else state end,
                                    state_reason = case when state in ('WAITING', 'QUEUED')
                                        then 'ERASED' else state_reason end,
                                    finished_at = case when state in ('WAITING', 'QUEUED')
                                        then cast(:now as timestamptz) else finished_at end,
                                    address_mark = null
                                where recipient_kind = 'CUSTOMER' and recipient_id = :id
                                """)
                        .bind("id", erased.customerId())
                        .bind("now", clock.instant())
                        .execute());
    }
}
