package org.redress.triage.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.triage.cases.Unit;

/**
 * The units that there are, as {@code redress.organisation} tells them (ADR 14). They are known by
 * heart for a few seconds; one that is not among those is looked up.
 */
@ApplicationScoped
public class KnownUnits {

    private static final Duration BY_HEART = Duration.ofSeconds(5);

    private static final String TELL =
            """
            insert into known_unit (path, active, reception, version)
            values (:path, :active, :reception, :version)
            on conflict (path) do update set active = excluded.active,
                reception = excluded.reception, version = excluded.version
            where known_unit.version < excluded.version
            """;

    /** Of two receptions the one that was told last comes first. */
    private static final String ACTIVE =
            "select path, reception, version from known_unit where active order by version desc";

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile ByHeart byHeart = new ByHeart(Set.of(), Optional.empty(), Instant.MIN);

    KnownUnits(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps what is said of a unit, unless something later is known. */
    @Transactional(TxType.MANDATORY)
    public void tell(KnownUnit told) {
        jdbi.useHandle(handle ->
                handle.createUpdate(TELL)
                        .bind("path", told.unit().path())
                        .bind("active", told.active())
                        .bind("reception", told.reception())
                        .bind("version", told.version())
                        .execute());
    }

    /**
     * Whether there is such a unit; as long as nothing is known of the organisation, any may be.
     */
    public boolean exists(Unit unit) {
        var known = byHeart;
        if (!known.units.contains(unit) || !clock.instant().isBefore(known.until)) {
            known = read();
            byHeart = known;
        }
        return known.units.contains(unit) || known.units.isEmpty();
    }

    /** Who has what is nobody else's, as of when a unit was last looked for. */
    public Optional<Unit> reception() {
        return byHeart.reception;
    }

    private ByHeart read() {
        var active =
                jdbi.withHandle(handle ->
                        handle.createQuery(ACTIVE)
                                .map((row, _) ->
                                        new KnownUnit(
                                                new Unit(row.getString("path")),
                                                true,
                                                row.getBoolean("reception"),
                                                row.getLong("version")))
                                .list());
        return new ByHeart(
                active.stream().map(KnownUnit::unit).collect(Collectors.toUnmodifiableSet()),
                active.stream().filter(KnownUnit::reception).findFirst().map(KnownUnit::unit),
                clock.instant().plus(BY_HEART));
    }

    private record ByHeart(Set<Unit> units, Optional<Unit> reception, Instant until) {}
}
