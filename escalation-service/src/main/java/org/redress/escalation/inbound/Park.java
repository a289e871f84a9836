package org.redress.escalation.inbound;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.handling.HandlingEvent;
import org.redress.escalation.handling.Outcome;
import org.redress.escalation.timer.Alarm;
import org.redress.platform.messaging.EventJson;

/**
 * The events that came before what they speak of. Two topics are read at once, so that neither
 * transaction may see the other's row; that is why both sides ring after they have committed, and
 * the timer looks again every second besides.
 */
@ApplicationScoped
class Park {

    private static final Logger LOG = Logger.getLogger(Park.class);

    /** Something was parked, or something that may be waited for has come. */
    private record Bell() {}

    private final Jdbi jdbi;
    private final Event<Object> events;
    private final Alarm alarm;
    private final Clock clock;

    Park(Jdbi jdbi, Event<Object> events, Alarm alarm, Clock clock) {
        this.jdbi = jdbi;
        this.events = events;
        this.alarm = alarm;
        this.clock = clock;
    }

    void put(CaseEvent event, Outcome.Awaited awaits) {
        Instant now = clock.instant();
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into parked_event (id, case_id, awaits, round, type, event, parked_at, retry_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """,
                        UuidCreator.getTimeOrderedEpoch(),
                        event.caseId().value(),
                        awaits,
                        event.round(),
                        event.getClass().getSimpleName(),
                        new String(EventJson.write(event), StandardCharsets.UTF_8),
                        now,
                        now));
        LOG.infof(
                "parked type=%s case=%s awaits=%s",
                event.getClass().getSimpleName(), event.caseId(), awaits);
        recall();
    }

    /** Has the parked events looked at as soon as the running transaction has committed. */
    void recall() {
        events.fire(new Bell());
    }

    void onResolved(@Observes HandlingEvent.Resolved resolved) {
        recall();
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) Bell bell) {
        alarm.set(clock.instant());
    }

    /** Those whose time has come: the case is there, and is resolved in that round or beyond it. */
    List<UUID> ready(Instant now, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select p.id from parked_event p join handling h using (case_id)
                                where p.retry_at <= :now
                                  and (p.awaits = 'REGISTRATION'
                                       or h.round > p.round
                                       or (h.round = p.round and h.status in ('RESOLVED', 'CLOSED')))
                                order by p.id limit :limit
                                """)
                        .bind("now", now)
                        .bind("limit", limit)
                        .mapTo(UUID.class)
                        .list());
    }

    /** Takes them out, in the order in which they came. */
    List<CaseEvent> take(List<UUID> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with taken as (
                                    delete from parked_event where id in
                                        (select id from parked_event where id = any(:ids) for update skip locked)
                                    returning id, type, event)
                                select type, event from taken order by id
                                """)
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> read(row.getString("type"), row.getString("event")))
                        .list());
    }

    private static CaseEvent read(String type, String json) {
        byte[] event = json.getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case "CaseAssessed" -> EventJson.read(event, CaseEvent.CaseAssessed.class);
            case "SatisfactionRecorded" ->
                    EventJson.read(event, CaseEvent.SatisfactionRecorded.class);
            case "CaseWithdrawn" -> EventJson.read(event, CaseEvent.CaseWithdrawn.class);
            default -> throw new IllegalStateException("nothing parks a " + type);
        };
    }

    void postpone(UUID id, Instant until) {
        jdbi.useHandle(handle ->
                handle.execute("update parked_event set retry_at = ? where id = ?", until, id));
    }
}
