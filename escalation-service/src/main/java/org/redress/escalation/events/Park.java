package org.redress.escalation.events;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.handling.CameOn;
import org.redress.escalation.handling.Outcome;
import org.redress.platform.due.Wakeup;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.vault.Vault;

/**
 * The events that came before what they speak of. Two topics are read at once, so that neither
 * transaction may see the other's row; that is why both sides ring after they have committed, and
 * each event is looked at again after a rest besides.
 */
@ApplicationScoped
class Park {

    private static final Logger LOG = Logger.getLogger(Park.class);

    static final String WORDS = "parked_event.words";
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Vault vault;
    private final Wakeup wakeup;
    private final Clock clock;

    Park(Jdbi jdbi, Vault vault, Wakeup wakeup, Clock clock) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    void put(CaseEvent event, Outcome.Awaited awaits) {
        Instant now = clock.instant();
        byte @Nullable [] words = vault.seal(event.caseId().value(), WORDS, event.words());
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into parked_event (id, case_id, awaits, round, type, event, words, parked_at, retry_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                        """,
                        UuidCreator.getTimeOrderedEpoch(),
                        event.caseId().value(),
                        awaits,
                        event.round(),
                        event.getClass().getSimpleName(),
                        new String(EventJson.write(event.with(null)), StandardCharsets.UTF_8),
                        words,
                        now,
                        now));
        LOG.infof(
                "parked type=%s case=%s awaits=%s",
                event.getClass().getSimpleName(), event.caseId(), awaits);
        wakeup.at(now);
    }

    /**
     * Has what is parked of the case looked at as soon as the running transaction has committed.
     */
    void recall(@Observes CameOn news) {
        jdbi.useHandle(handle ->
                handle.execute(
                        "update parked_event set retry_at = ? where case_id = ?",
                        clock.instant(),
                        news.customerCase().value()));
        wakeup.at(clock.instant());
    }

    /** An event that waits, and since when. */
    record Parked(UUID id, CaseEvent event, Instant since) {}

    /** These, in the order in which they came. */
    List<Parked> of(List<UUID> ids) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select id, case_id, type, event, words, words_in_clear, parked_at
                                from parked_event
                                where id = any(:ids) order by id
                                """)
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) ->
                                new Parked(
                                        row.getObject("id", UUID.class),
                                        read(row.getString("type"), row.getString("event"))
                                                .with(words(row)),
                                        row.getObject("parked_at", OffsetDateTime.class)
                                                .toInstant()))
                        .list());
    }

    private @Nullable String words(ResultSet row) throws SQLException {
        UUID customerCase = row.getObject("case_id", UUID.class);
        String inClear = row.getString("words_in_clear");
        return inClear == null
                ? vault.open(customerCase, WORDS, row.getBytes("words"))
                : vault.isDestroyed(customerCase) ? null : inClear;
    }

    private static CaseEvent read(String type, String json) {
        byte[] event = json.getBytes(StandardCharsets.UTF_8);
        return switch (type) {
            case "CaseAssessed" -> EventJson.read(event, CaseEvent.CaseAssessed.class);
            case "SatisfactionRecorded" ->
                    EventJson.read(event, CaseEvent.SatisfactionRecorded.class);
            case "CaseContacted" -> EventJson.read(event, CaseEvent.CaseContacted.class);
            case "CaseWithdrawn" -> EventJson.read(event, CaseEvent.CaseWithdrawn.class);
            default -> throw new IllegalStateException("nothing parks a " + type);
        };
    }

    void remove(Parked parked) {
        jdbi.useHandle(
                handle -> handle.execute("delete from parked_event where id = ?", parked.id()));
    }

    /** Rests for as long as it has waited, a minute at most: soon at first, seldom later. */
    void restAgain(Parked parked, Instant now) {
        Duration waited = Duration.between(parked.since(), now);
        Duration rest =
                waited.compareTo(SHORTEST_REST) < 0
                        ? SHORTEST_REST
                        : waited.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : waited;
        jdbi.useHandle(handle ->
                handle.execute(
                        "update parked_event set retry_at = ? where id = ?",
                        now.plus(rest),
                        parked.id()));
    }

    /** How many wait; a hundred thousand stands for any more. */
    long waiting() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select count(*) from
                                    (select from parked_event order by parked_at limit 100000) counted
                                """)
                        .mapTo(Long.class)
                        .one());
    }

    /** Since when the one waits that has waited longest. */
    Optional<Instant> oldest() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select parked_at from parked_event order by parked_at limit 1")
                        .mapTo(Instant.class)
                        .findOne());
    }

    Optional<UUID> oldestCase() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select case_id from parked_event order by parked_at limit 1")
                        .mapTo(UUID.class)
                        .findOne());
    }
}
