package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.cases.Cases;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.News;
import org.redress.notification.mails.Page;
import org.redress.notification.recipients.CustomerErased;
import org.redress.platform.messaging.OneTrip;

/** Messages as they come to be: what staff must hear is due at once, a customer's mail may wait. */
@ApplicationScoped
class Messages {
    /** An acknowledgment that has its words may still go with the page that is on its way. */
    private static final Duration A_BREATH = Duration.ofMillis(100);

    private final Jdbi jdbi;
    private final CallJson json;
    private final Clock clock;
    private final Duration patience;
    private final Event<MessageParked> parked;
    private final Cases cases;
    private final OneTrip<Draft> drafts;
    private final OneTrip<UUID> judged;

    /**
     * @param patience how long an acknowledgment waits for triage, so that it finds the right words
     */
    Messages(
            Jdbi jdbi,
            CallJson json,
            Clock clock,
            @ConfigProperty(
                            name = "redress.notification.patience-with-triage",
                            defaultValue = "15S")
                    Duration patience,
            Event<MessageParked> parked,
            Cases cases,
            TransactionSynchronizationRegistry transaction) {
        this.patience = patience;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.parked = parked;
        this.cases = cases;
        this.drafts = OneTrip.andThen(transaction, this::insert);
        this.judged = OneTrip.andThen(transaction, this::hasten);
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
    void flush() {
        drafts.flush();
        judged.flush();
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
                recipient_id, page, alert, news, escalation_id, sealed, created_at, queued_at,
                due_at, finished_at)
            select id, dedup_key, purpose, priority, stands.state, stands.reason, mode, org_unit,
                cause_id, traceparent, told.case_id, told.case_number, told.round, recipient_kind,
                case when stands.state = 'WAITING' or recipient_kind = 'STAFF'
                    then recipient_id else c.customer_id end,
                page, alert, news, escalation_id, decode(told.sealed, 'base64'), :now,
                case when stands.state <> 'WAITING' then cast(:now as timestamptz) end,
                case when stands.state = 'WAITING' then null
                    when purpose = :patient and a.case_id is null
                    then cast(:later as timestamptz) else :now end,
                case when stands.state = 'SUPPRESSED' then cast(:now as timestamptz) end
            from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                id uuid, dedup_key text, purpose text, priority smallint, mode text, org_unit text,
                cause_id text, traceparent text, case_id uuid, case_number text, round int,
                recipient_kind text, recipient_id text, page jsonb, alert jsonb, news jsonb,
                escalation_id text, sealed text)
            left join customer_case c on c.case_id = told.case_id and recipient_kind = 'CUSTOMER'
            left join customer u on u.customer_id = c.customer_id
            left join assessment a on a.case_id = c.case_id
            left join lateral (%s) ended on priority = 0
            cross join lateral (
                select case when ended.outcome is not null then 'SUPPRESSED'
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
        var rows = json.write(added.stream().map(this::row).toList());
        var inserted =
                jdbi.withHandle(handle ->
                        handle.createQuery(INSERT)
                                .bind("rows", rows)
                                .bind("now", utc(now))
                                .bind("later", utc(now.plus(patience)))
                                .bind("patient", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                                .map((row, _) -> inserted(row))
                                .list());
        return () -> inserted.forEach(one -> one.ifPresent(parked::fire));
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
            case SENDING, SENT, FAILED, SUPPRESSED -> Optional.empty();
        };
    }

    private Row row(Draft draft) {
        var about = draft.about();
        var origin = draft.origin();
        return new Row(
                UuidCreator.getTimeOrderedEpoch(),
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
                draft.sealed());
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
            byte @Nullable [] sealed) {}

    /**
     * Releases what waited for one of these cases or customers: it is due now, or suppressed if its
     * customer was erased. Runs after their commit, so that of two events on two topics the later
     * one sees both.
     *
     * @return when the first of it is due
     */
    Optional<Instant> release(Collection<UUID> cases, Collection<String> customers) {
        return release(
                """
                and w.case_id in (
                    select unnest(cast(:cases as uuid[]))
                    union
                    select case_id from customer_case
                    where customer_id = any(cast(:customers as text[])))
                """,
                cases,
                customers);
    }

    /** As {@link #release}, for whatever waits: what a replica that died did not come to. */
    Optional<Instant> releaseAll() {
        return release("", List.of(), List.of());
    }

    private Optional<Instant> release(
            String which, Collection<UUID> cases, Collection<String> customers) {
        var now = clock.instant();
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                update message m
                                set state = case when r.erased then 'SUPPRESSED' else 'QUEUED' end,
                                    state_reason = case when r.erased then 'ERASED' end,
                                    recipient_id = r.customer_id,
                                    queued_at = :now,
                                    due_at = case when r.judged or m.purpose <> :patient
                                        then cast(:now as timestamptz) else :later end,
                                    finished_at = case when r.erased
                                        then cast(:now as timestamptz) end
                                from (
                                    select w.id, c.customer_id, u.erased,
                                        a.case_id is not null as judged
                                    from message w
                                    join customer_case c using (case_id)
                                    join customer u using (customer_id)
                                    left join assessment a using (case_id)
                                    where w.state = 'WAITING' %s) r
                                where m.id = r.id and m.state = 'WAITING'
                                returning case when m.state = 'QUEUED' then due_at end
                                """
                                        .formatted(which))
                        .configure(SqlStatements.class, sql -> sql.setUnusedBindingAllowed(true))
                        .bindArray("cases", UUID.class, cases.toArray())
                        .bindArray("customers", String.class, customers.toArray())
                        .bind("now", utc(now))
                        .bind("later", utc(now.plus(patience)))
                        .bind("patient", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                        .mapTo(OffsetDateTime.class)
                        .list()
                        .stream()
                        .filter(Objects::nonNull)
                        .map(OffsetDateTime::toInstant)
                        .min(Comparator.naturalOrder()));
    }

    /** Triage has spoken: the acknowledgment has its words and need not wait for them any more. */
    void hasten(@Observes CaseJudged told) {
        judged.add(told.caseId());
    }

    private static final String HASTEN =
            """
            update message set due_at = :now
            where case_id = any(:cases) and state = 'QUEUED' and attempts = 0
              and purpose = :purpose and due_at > :now
            """;

    private Runnable hasten(List<UUID> cases) {
        drafts.flush();
        var now = clock.instant();
        var hastened =
                jdbi.withHandle(handle ->
                        handle.createUpdate(HASTEN)
                                .bindArray("cases", UUID.class, cases.toArray())
                                .bind("purpose", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                                .bind("now", utc(now))
                                .execute());
        return () -> {
            if (hastened > 0) {
                parked.fire(new MessageParked.Due(now.plus(A_BREATH), null));
            }
        };
    }

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
                        .bind("now", utc(clock.instant()))
                        .execute());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
