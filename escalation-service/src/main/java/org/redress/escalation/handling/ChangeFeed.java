package org.redress.escalation.handling;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.due.Loops;

/**
 * Tells who listens which cases have changed, whichever replica changed them. It looks once a
 * second, for all who listen to this replica together, at what has changed in the last seconds:
 * longer than the transaction that changes a case takes.
 */
@ApplicationScoped
class ChangeFeed {

    static final String LOOP = "case-changes";

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    /** Where more has changed, it is sooner read anew than told one by one. */
    private static final int TOO_MANY = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile Map<UUID, Long> seen = Map.of();

    ChangeFeed(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** A case that has changed, and the units that have, had or help with it. */
    private record Changed(UUID caseId, String number, long version, List<String> units) {}

    void start(@Observes StartupEvent event, Loops loops) {
        loops.start(LOOP, this::look);
    }

    /** Whoever listens closes it. */
    Listener listen(Predicate<String> sees) {
        var listener = new Listener(sees, listeners::remove);
        listeners.add(listener);
        return listener;
    }

    Duration look() {
        if (!listeners.isEmpty()) {
            List<Changed> changed = changed();
            if (changed.size() > TOO_MANY) {
                listeners.forEach(Listener::reload);
            } else {
                changed.stream()
                        .filter(one -> !Long.valueOf(one.version()).equals(seen.get(one.caseId())))
                        .forEach(one ->
                                listeners.forEach(
                                        listener -> listener.hear(one.number(), one.units())));
            }
            seen = changed.stream().collect(Collectors.toMap(Changed::caseId, Changed::version));
        }
        return EVERY;
    }

    private List<Changed> changed() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select case_id, case_number, version, owner_unit, asked, array(
                                    select distinct coalesce(j.unit, j.passed_to) from journal_entry j
                                    where j.case_id = h.case_id
                                      and (j.unit is not null or j.activity in ('RETURN', 'REFERRAL'))) as had
                                from handling h where changed_at > ? order by changed_at desc limit ?
                                """)
                        .bind(0, clock.instant().minus(A_WHILE))
                        .bind(1, TOO_MANY + 1)
                        .map((row, _) ->
                                new Changed(
                                        row.getObject("case_id", UUID.class),
                                        row.getString("case_number"),
                                        row.getLong("version"),
                                        Stream.of(
                                                        Stream.of(row.getString("owner_unit")),
                                                        HandlingViews.words(row.getString("asked"))
                                                                .stream(),
                                                        Arrays.stream(
                                                                (String[])
                                                                        row.getArray("had")
                                                                                .getArray()))
                                                .flatMap(units -> units)
                                                .toList()))
                        .list());
    }
}
