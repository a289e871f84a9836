package org.redress.notification.messages;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.mails.AlertPage;
import org.redress.notification.mails.Page;
import org.redress.notification.recipients.CustomerErased;

/** Messages as they come to be: what staff must hear is due at once, a customer's mail may wait. */
@ApplicationScoped
class Messages {
    private final Jdbi jdbi;
    private final CallJson json;
    private final Clock clock;
    private final Duration patience;
    private final Event<MessageParked> parked;

    /**
     * @param patience how long an acknowledgment waits for triage, so that it finds the right words
     */
    @Inject
    Messages(
            Jdbi jdbi,
            CallJson json,
            Clock clock,
            @ConfigProperty(
                            name = "redress.notification.patience-with-triage",
                            defaultValue = "15S")
                    Duration patience,
            Event<MessageParked> parked) {
        this.patience = patience;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
        this.parked = parked;
    }

    /**
     * Adds the message, once per dedup key. What goes to staff needs nothing more and is due now;
     * what goes to a customer waits until the sender finds that all it needs is here.
     */
    @Transactional(MANDATORY)
    void add(Draft draft) {
        var waits = draft.recipientKind() == Recipient.Kind.CUSTOMER;
        insert(draft, waits ? MessageState.WAITING : MessageState.QUEUED, null);
        var about = draft.about();
        parked.fire(new MessageParked(waits && about != null ? about.id() : null));
    }

    /** Keeps on record that the message was not sent, and why: nobody needs it any more. */
    @Transactional(MANDATORY)
    void addUnsent(Draft draft, String reason) {
        insert(draft, MessageState.SUPPRESSED, reason);
    }

    private void insert(Draft draft, MessageState state, @Nullable String reason) {
        var now = utc(clock.instant());
        var about = draft.about();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into messages (id, dedup_key, purpose, priority, state,
                                    state_reason, mode, org_unit, cause_id, traceparent, case_id,
                                    case_number, round, recipient_kind, recipient_id, page, alert,
                                    news, escalation_id, sealed, created_at, queued_at, due_at,
                                    finished_at)
                                values (:id, :dedupKey, :purpose, :priority, :state, :reason, :mode,
                                    :orgUnit, :causeId, :traceparent, cast(:caseId as uuid),
                                    :caseNumber, cast(:round as int),
                                    :recipientKind, :recipientId, cast(:page as jsonb),
                                    cast(:alert as jsonb), cast(:news as jsonb), :callId, :sealed,
                                    :now, cast(:queuedAt as timestamptz),
                                    cast(:queuedAt as timestamptz),
                                    cast(:finishedAt as timestamptz))
                                on conflict (dedup_key) do nothing
                                """)
                        .bind("id", UuidCreator.getTimeOrderedEpoch())
                        .bind("dedupKey", draft.dedupKey())
                        .bind("purpose", draft.purpose().name())
                        .bind("priority", draft.purpose().priority())
                        .bind("state", state.name())
                        .bind("reason", reason)
                        .bind("mode", draft.origin().mode().name())
                        .bind("orgUnit", draft.origin().orgUnit())
                        .bind("causeId", draft.origin().causeId())
                        .bind("traceparent", draft.origin().traceparent())
                        .bind("caseId", about == null ? null : about.id())
                        .bind("caseNumber", about == null ? null : about.number())
                        .bind("round", about == null ? null : about.round())
                        .bind("recipientKind", draft.recipientKind().name())
                        .bind("recipientId", draft.recipientId())
                        .bind("page", draft.call() instanceof Page page ? json.write(page) : null)
                        .bind(
                                "alert",
                                draft.call() instanceof AlertPage alert ? json.write(alert) : null)
                        .bind("news", json.write(draft.news()))
                        .bind("callId", draft.callId())
                        .bind("sealed", draft.sealed())
                        .bind("now", now)
                        .bind("queuedAt", state == MessageState.WAITING ? null : now)
                        .bind("finishedAt", state == MessageState.SUPPRESSED ? now : null)
                        .execute());
    }

    /**
     * Releases what waited for one of these cases or customers: it is due now, or suppressed if its
     * customer was erased. Runs after their commit, so that of two events on two topics the later
     * one sees both.
     */
    @Transactional
    void release(Collection<UUID> cases, Collection<String> customers) {
        release(
                """
                and w.case_id in (
                    select unnest(cast(:cases as uuid[]))
                    union
                    select case_id from cases
                    where customer_id = any(cast(:customers as text[])))
                """,
                cases,
                customers);
    }

    /** As {@link #release}, for whatever waits: what a replica that died did not come to. */
    @Transactional
    void releaseAll() {
        release("", List.of(), List.of());
    }

    private void release(String which, Collection<UUID> cases, Collection<String> customers) {
        var now = clock.instant();
        jdbi.useHandle(handle -> {
            var update =
                    handle.createUpdate(
                            """
                            update messages m
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
                                from messages w
                                join cases c using (case_id)
                                join customers u using (customer_id)
                                left join assessments a using (case_id)
                                where w.state = 'WAITING' %s) r
                            where m.id = r.id and m.state = 'WAITING'
                            """
                                    .formatted(which));
            if (!which.isEmpty()) {
                update.bindArray("cases", UUID.class, cases.toArray())
                        .bindArray("customers", String.class, customers.toArray());
            }
            update.bind("now", utc(now))
                    .bind("later", utc(now.plus(patience)))
                    .bind("patient", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                    .execute();
        });
    }

    /** Triage has spoken: the acknowledgment has its words and need not wait for them any more. */
    void hasten(@Observes CaseJudged judged) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update messages set due_at = :now
                                where case_id = :case and state = 'QUEUED' and attempts = 0
                                  and purpose = :purpose and due_at > :now
                                """)
                        .bind("case", judged.caseId())
                        .bind("purpose", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                        .bind("now", utc(clock.instant()))
                        .execute());
        parked.fire(new MessageParked(null));
    }

    /**
     * What has not gone out to the customer does not, and nothing tells how often they were written
     * to.
     */
    void forget(@Observes CustomerErased erased) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update messages set
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
