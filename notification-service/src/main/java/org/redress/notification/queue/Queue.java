package org.redress.notification.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.SealedCase;
import org.redress.notification.channels.Outcome;
import org.redress.notification.messages.Bundles;
import org.redress.notification.messages.DeliveryEvent;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.MessageRows;
import org.redress.notification.messages.MessageState;
import org.redress.notification.messages.Purpose;
import org.redress.notification.messages.Recipient;
import org.redress.notification.queue.RetryRule.Verdict;
import org.redress.platform.messaging.Alarms;

/** The messages that are due, as a queue in the database that any number of replicas may empty. */
@ApplicationScoped
class Queue {
    private final Jdbi jdbi;
    private final MessageRows rows;
    private final Clock clock;
    private final Alarms alarms;
    private final Event<DeliveryEvent> delivery;
    private final Bundles bundles;

    Queue(
            Jdbi jdbi,
            MessageRows rows,
            Bundles bundles,
            Clock clock,
            Alarms alarms,
            Event<DeliveryEvent> delivery) {
        this.jdbi = jdbi;
        this.bundles = bundles;
        this.alarms = alarms;
        this.rows = rows;
        this.clock = clock;
        this.delivery = delivery;
    }

    /**
     * Claims messages whose claim ran out because their sender died, and then what is due, pages
     * first, all in one trip. Their attempts are on record before anything is sent, and what is
     * known of their cases, and where the pages are whose end they tell, is read along.
     *
     * @param from before which nothing is looked for
     * @param mine messages that this process is still sending, whatever their claim says
     */
    Claim claim(int most, Horizon.Look from, Instant until, Collection<UUID> mine) {
        return jdbi.withHandle(handle ->
                handle.createQuery(CLAIM.replace(":most", Integer.toString(most)))
                        .bindArray("lanes", Integer.class, Purpose.LANES.toArray())
                        .bindArray("mine", UUID.class, mine.toArray())
                        .bindArray(
                                "from",
                                String.class,
                                from.lanes().stream().map(Instant::toString).toArray())
                        .bind("lapsed", from.lapsed())
                        .bind("now", clock.instant())
                        .bind("until", until)
                        .scanResultSet((rows, _) -> claim(rows.get())));
    }

    /**
     * What was claimed.
     *
     * @param next when there is something to claim even if nobody wakes the sender
     */
    record Claim(List<Message> messages, Optional<Instant> next) {
        static final Claim NONE = new Claim(List.of(), Optional.empty());
    }

    /** The first column of every row says what is next, also of the one row of an empty claim. */
    private Claim claim(ResultSet rows) throws SQLException {
        var messages = new ArrayList<Message>();
        Optional<Instant> next = Optional.empty();
        while (rows.next()) {
            next =
                    Optional.ofNullable(rows.getObject("next_at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant);
            if (rows.getObject("id") != null) {
                messages.add(this.rows.claimed(rows));
            }
        }
        return new Claim(List.copyOf(messages), next);
    }

    /** One lane after the other in the order of its index: only what is taken is read. */
    static final String DUE =
            """
            select id from (
                select id from message
                where state = 'SENDING' and claimed_until between :lapsed and :now and id <> all(:mine)
                order by claimed_until limit :most for update skip locked) lapsed
            union all
            select first.id
            from unnest(:lanes, cast(:from as timestamptz[])) lane (priority, since)
            cross join lateral (
                select id from message
                where state = 'QUEUED' and message.priority = lane.priority
                  and due_at between lane.since and :now and id <> all(:mine)
                order by due_at limit :most for update skip locked) first
            limit :most
            """;

    /** The first entries that were not taken, by the same indexes. */
    static final String NEXT =
            """
            select min(at) as at from (
                select first.due_at as at
                from unnest(:lanes, cast(:from as timestamptz[])) lane (priority, since)
                cross join lateral (
                    select due_at from message
                    where state = 'QUEUED' and message.priority = lane.priority
                      and due_at >= lane.since and id <> all(array(select id from due))
                    order by due_at limit 1) first
                union all
                (select claimed_until from message
                where state = 'SENDING' and claimed_until >= :lapsed and id <> all(:mine)
                  and id <> all(array(select id from due))
                order by claimed_until limit 1)) next
            """;

    /** How many is written into it: only then is it planned for few, once for all times. */
    private static final String CLAIM =
            """
            with due as materialized (%s
            ), claimed as (
                update message m
                set state = 'SENDING', attempts = attempts + 1, claimed_until = :until
                from due where m.id = due.id
                returning m.*
            ), interrupted as (
                update attempt set outcome = 'UNKNOWN', finished_at = :now
                from claimed where message_id = id and attempt.finished_at is null
            ), begun as (
                insert into attempt (message_id, attempt, started_at)
                select id, attempts, :now from claimed)
            select next.at as next_at, claimed.*, %s,
                case when claimed.news is not null then (
                    select array_agg(distinct page.state) from message page
                    where page.id = any(array(select cast(called.id as uuid)
                        from jsonb_array_elements_text(claimed.news -> 'thread') called (id))))
                    end as pages
            from (%s) next
            left join claimed on true
            left join customer_case c on c.case_id = claimed.case_id %s
            order by claimed.priority, claimed.due_at
            """
                    .formatted(DUE, SealedCase.COLUMNS, NEXT, SealedCase.JOINS);

    /**
     * Records how attempts ended, in one trip; nothing of those whose claim was lost to another
     * sender meanwhile.
     */
    @Transactional
    void finish(List<Ended> ended) {
        var now = clock.instant();
        var told = rows.write(ended.stream().map(Queue::row).toList());
        var left =
                jdbi.withHandle(handle ->
                        handle.createQuery(FINISH)
                                .bind("rows", told)
                                .bind("now", now)
                                .mapTo(UUID.class)
                                .set());
        for (var attempt : ended) {
            if (left.contains(attempt.message().id())) {
                for (var message : mailed(attempt)) {
                    tell(message, attempt.outcome(), attempt.verdict(), now);
                }
            }
        }
    }

    /** The message that was mailed, or those that rode in it. */
    private List<Message> mailed(Ended ended) {
        if (ended.message.purpose() != Purpose.PAGE_BUNDLE) {
            return List.of(ended.message);
        }
        var row = row(ended);
        var to = row.to == MessageState.QUEUED ? MessageState.BUNDLED : row.to;
        return bundles.end(ended.message, to, row.reason, row.outcome, row.detail);
    }

    /** How an attempt ended, and what follows. */
    record Ended(Message message, Outcome outcome, Verdict verdict) {}

    /**
     * Leaves SENDING. A call that ended meanwhile has left its reason in the row: what would be
     * tried again is not.
     */
    private static final String FINISH =
            """
            with told as materialized (
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                    id uuid, attempt int, "to" text, reason text, due timestamptz, outcome text,
                    detail text)
            ), gone as (
                update message m set
                    state = case when "to" = 'QUEUED' and state_reason is not null
                        then 'SUPPRESSED' else "to" end,
                    state_reason = case when "to" in ('SENT', 'FAILED') then null
                        else coalesce(state_reason, reason) end,
                    claimed_until = null,
                    due_at = coalesce(due, due_at),
                    finished_at = case when "to" <> 'QUEUED' or state_reason is not null
                        then cast(:now as timestamptz) end
                from told
                where m.id = told.id and attempts = attempt and state = 'SENDING'
                returning m.id, told.attempt, told.outcome, told.detail
            ), over as (
                update attempt a set finished_at = :now, outcome = gone.outcome,
                    detail = gone.detail
                from gone where a.message_id = gone.id and a.attempt = gone.attempt)
            select id from gone
            """;

    private record Row(
            UUID id,
            int attempt,
            MessageState to,
            @Nullable String reason,
            @Nullable String due,
            String outcome,
            String detail) {}

    private static Row row(Ended ended) {
        var outcome = ended.outcome();
        return switch (ended.verdict()) {
            case Verdict.Sent _ -> row(ended.message, MessageState.SENT, null, null, outcome);
            case Verdict.GivenUp _ -> row(ended.message, MessageState.FAILED, null, null, outcome);
            case Verdict.Dropped(var reason) ->
                    row(ended.message, MessageState.SUPPRESSED, reason, null, outcome);
            case Verdict.Again(var at) ->
                    row(ended.message, MessageState.QUEUED, null, at.toString(), outcome);
        };
    }

    private static Row row(
            Message message,
            MessageState to,
            @Nullable String reason,
            @Nullable String due,
            Outcome outcome) {
        return new Row(
                message.id(), message.attempt(), to, reason, due, name(outcome), outcome.detail());
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

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "ACCEPTED";
            case Outcome.Refused _, Outcome.Impossible _ -> "REFUSED";
            case Outcome.Unreachable _, Outcome.Away _ -> "UNREACHABLE";
            case Outcome.PutOff _ -> "PUT_OFF";
            case Outcome.Unneeded _ -> "UNNEEDED";
        };
    }
}
