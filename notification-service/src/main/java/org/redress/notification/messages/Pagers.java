package org.redress.notification.messages;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Mode;
import org.redress.notification.mails.Page;

/**
 * Nobody is called more than once a minute, but for CRITICAL cases: what comes sooner rides in a
 * bundle that goes out when the minute is over (ADR 19).
 */
@ApplicationScoped
class Pagers {

    private static final String AT_ONCE = "CRITICAL";

    private final Jdbi jdbi;
    private final Duration betweenCalls;

    Pagers(
            Jdbi jdbi,
            @ConfigProperty(name = "redress.notification.between-calls") Duration betweenCalls) {
        this.jdbi = jdbi;
        this.betweenCalls = betweenCalls;
    }

    /**
     * A message and how it goes out.
     *
     * @param bundleId in which it rides, if it does
     * @param dueAt null for at once
     */
    record Placed(UUID id, Draft draft, @Nullable UUID bundleId, @Nullable Instant dueAt) {
        static Placed alone(Draft draft) {
            return new Placed(UuidCreator.getTimeOrderedEpoch(), draft, null, null);
        }
    }

    private record Key(String personId, Mode mode) {
        static Key of(Draft draft) {
            return new Key(String.valueOf(draft.recipientId()), draft.origin().mode());
        }
    }

    private record Pager(Instant calledAt, @Nullable UUID bundleId) {}

    /** These messages, and the bundles that have to be begun for them. */
    List<Placed> place(List<Draft> added, Instant now) {
        Map<Key, Pager> pagers =
                hold(added.stream().filter(Pagers::mayWait).map(Key::of).distinct().toList());
        var placed = new ArrayList<Placed>();
        for (var draft : added) {
            if (mayWait(draft)) {
                pagers.compute(Key.of(draft), (_, pager) -> place(draft, pager, now, placed));
            } else {
                placed.add(Placed.alone(draft));
            }
        }
        write(pagers);
        return placed;
    }

    private static boolean mayWait(Draft draft) {
        return draft.call() instanceof Page page
                && !page.severity().equals(AT_ONCE)
                && draft.news() == null;
    }

    private Pager place(Draft draft, Pager pager, Instant now, List<Placed> placed) {
        var free = pager.calledAt.plus(betweenCalls);
        if (pager.bundleId == null && !free.isAfter(now)) {
            placed.add(Placed.alone(draft));
            return new Pager(now, null);
        }
        var open = pager.bundleId;
        if (open == null) {
            open = UuidCreator.getTimeOrderedEpoch();
            var bundle = Draft.bundle(open, draft.origin().mode(), Key.of(draft).personId);
            placed.add(new Placed(open, bundle, null, free));
        }
        placed.add(new Placed(UuidCreator.getTimeOrderedEpoch(), draft, open, null));
        return new Pager(pager.calledAt, open);
    }

    private Map<Key, Pager> hold(List<Key> keys) {
        var held = new HashMap<Key, Pager>();
        if (!keys.isEmpty()) {
            jdbi.useHandle(handle ->
                    handle.createQuery(
                                    """
                                    insert into pager (person_id, mode)
                                    select person_id, mode
                                    from unnest(cast(:persons as text[]), cast(:modes as text[])) as wanted (person_id, mode)
                                    order by person_id, mode
                                    on conflict (person_id, mode) do update set mode = excluded.mode
                                    returning *
                                    """)
                            .bindArray(
                                    "persons",
                                    String.class,
                                    keys.stream().map(Key::personId).toArray())
                            .bindArray(
                                    "modes",
                                    String.class,
                                    keys.stream().map(key -> key.mode.name()).toArray())
                            .map((row, _) ->
                                    held.put(
                                            new Key(
                                                    row.getString("person_id"),
                                                    Mode.valueOf(row.getString("mode"))),
                                            new Pager(
                                                    row.getObject("called_at", OffsetDateTime.class)
                                                            .toInstant(),
                                                    row.getObject("bundle_id", UUID.class))))
                            .list());
        }
        return held;
    }

    private void write(Map<Key, Pager> pagers) {
        if (pagers.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            var batch =
                    handle.prepareBatch(
                            """
                            update pager set called_at = :called, bundle_id = cast(:bundle as uuid)
                            where person_id = :person and mode = :mode
                            """);
            pagers.forEach((key, pager) ->
                    batch.bind("person", key.personId)
                            .bind("mode", key.mode.name())
                            .bind("called", pager.calledAt)
                            .bind("bundle", pager.bundleId)
                            .add());
            batch.execute();
        });
    }

    /** The bundle goes out: what comes from now on is in another. */
    void close(Message bundle, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update pager set called_at = :now, bundle_id = null
                                where person_id = :person and mode = :mode and bundle_id = :bundle
                                """)
                        .bind("now", now)
                        .bind("person", bundle.recipient().id())
                        .bind("mode", bundle.origin().mode().name())
                        .bind("bundle", bundle.id())
                        .execute());
    }
}
