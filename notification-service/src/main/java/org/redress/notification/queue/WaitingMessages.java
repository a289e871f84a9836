package org.redress.notification.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.redress.notification.cases.CaseJudged;
import org.redress.notification.messages.MessageParked;
import org.redress.notification.messages.NewMessages;
import org.redress.notification.messages.Patience;
import org.redress.notification.messages.Purpose;
import org.redress.platform.messaging.OneTrip;

/**
 * What waits for something to come: a customer's mail for its case and its customer, an
 * acknowledgment also for triage, but only so long.
 */
@ApplicationScoped
class WaitingMessages {
    /** An acknowledgment that has its words may still go with the page that is on its way. */
    private static final Duration A_BREATH = Duration.ofMillis(100);

    static final int AT_ONCE = 500;

    private final Jdbi jdbi;
    private final NewMessages messages;
    private final Patience patience;
    private final Clock clock;
    private final Event<MessageParked> parked;
    private final OneTrip<UUID> judged;

    WaitingMessages(
            Jdbi jdbi,
            NewMessages messages,
            Patience patience,
            Clock clock,
            Event<MessageParked> parked,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.messages = messages;
        this.patience = patience;
        this.clock = clock;
        this.parked = parked;
        this.judged = OneTrip.andThen(transaction, this::hasten);
    }

    /**
     * What was released.
     *
     * @param due when the first of it is, if any of it goes out
     */
    record Released(int messages, Optional<Instant> due) {
        /** Whether there may be more of what waits. */
        boolean isFull() {
            return messages == AT_ONCE;
        }
    }

    /**
     * Releases what waited for one of these cases or customers: it is due now, or suppressed if its
     * customer was erased. Runs after their commit, so that of two events on two topics the later
     * one sees both.
     */
    Released release(Collection<UUID> cases, Collection<String> customers) {
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

    /**
     * As {@link #release}, the oldest of whatever waits: what a replica that died did not come to.
     * So many at once, because a page does not wait until a million others are released.
     */
    Released releaseOldest() {
        return release("order by w.created_at limit " + AT_ONCE, List.of(), List.of());
    }

    /**
     * Found first and then changed by id: whatever the plan, only what is released is read twice.
     */
    private static String update(String which) {
        return """
        update message m
        set state = case when r.erased then 'SUPPRESSED' else 'QUEUED' end,
            state_reason = case when r.erased then 'ERASED' end,
            recipient_id = r.customer_id,
            queued_at = :now,
            due_at = case when r.judged or m.purpose <> :patient
                then cast(:now as timestamptz) else :later end,
            finished_at = case when r.erased then cast(:now as timestamptz) end
        from (
            select w.id, c.customer_id, u.erased, a.case_id is not null as judged
            from message w
            join customer_case c using (case_id)
            join customer u using (customer_id)
            left join assessment a using (case_id)
            where w.state = 'WAITING' %s
            for update of w skip locked) r
        where m.id = r.id
        returning case when m.state = 'QUEUED' then due_at end
        """
                .formatted(which);
    }

    private Released release(String which, Collection<UUID> cases, Collection<String> customers) {
        var now = clock.instant();
        var due =
                jdbi.withHandle(handle ->
                        handle.createQuery(update(which))
                                .configure(
                                        SqlStatements.class,
                                        sql -> sql.setUnusedBindingAllowed(true))
                                .bindArray("cases", UUID.class, cases.toArray())
                                .bindArray("customers", String.class, customers.toArray())
                                .bind("now", now)
                                .bind("later", patience.endsAfter(now))
                                .bind("patient", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                                .mapTo(Instant.class)
                                .list());
        return new Released(
                due.size(), due.stream().filter(Objects::nonNull).min(Comparator.naturalOrder()));
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
        messages.flush();
        var now = clock.instant();
        var hastened =
                jdbi.withHandle(handle ->
                        handle.createUpdate(HASTEN)
                                .bindArray("cases", UUID.class, cases.toArray())
                                .bind("purpose", Purpose.CUSTOMER_ACKNOWLEDGMENT.name())
                                .bind("now", now)
                                .execute());
        return () -> {
            if (hastened > 0) {
                parked.fire(new MessageParked.Due(now.plus(A_BREATH), null));
            }
        };
    }

    /** Writes what triage has said in this transaction: what follows in it sees it. */
    void flush() {
        judged.flush();
    }
}
