package org.redress.intake.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Problem;
import org.redress.platform.web.UnitPaths;

/**
 * The units that there are, as {@code redress.organisation} tells them (ADR 14). They are known by
 * heart for a few seconds; one that is not among those is looked up.
 */
@ApplicationScoped
public class KnownUnits {

    private static final Duration BY_HEART = Duration.ofSeconds(5);

    private static final String TELL =
            """
            insert into known_unit (path, active, version) values (:path, :active, :version)
            on conflict (path) do update
            set active = excluded.active, version = excluded.version
            where known_unit.version < excluded.version
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile ByHeart byHeart = new ByHeart(Set.of(), Instant.MIN);

    KnownUnits(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Keeps what is said of a unit, unless something later is known. */
    @Transactional(TxType.MANDATORY)
    public void tell(KnownUnit told) {
        jdbi.useHandle(handle -> handle.createUpdate(TELL).bindMethods(told).execute());
    }

    /**
     * Whether there is such a unit; as long as nothing is known of the organisation, any may be.
     */
    public boolean exists(String unit) {
        ByHeart known = byHeart;
        if (!known.units.contains(unit) || !clock.instant().isBefore(known.until)) {
            known = new ByHeart(read(), clock.instant().plus(BY_HEART));
            byHeart = known;
        }
        return known.units.contains(unit) || known.units.isEmpty();
    }

    /**
     * The refusal of a form whose field names what is no unit, or one that does not exist; a field
     * that names none is no reason.
     */
    public Optional<Response> refusal(String field, @Nullable String unit) {
        return unit == null || (UnitPaths.isPath(unit) && exists(unit))
                ? Optional.empty()
                : Optional.of(
                        Problem.badField(field, "is no unit of the organisation").asResponse());
    }

    /**
     * In which of the units of a login a case is taken in: the first that exists. A login that
     * names none is no reason to turn a complaint away; then it is the first as ever.
     */
    public String takingIn(List<String> ofLogin) {
        return ofLogin.stream().filter(this::exists).findFirst().orElseGet(ofLogin::getFirst);
    }

    private Set<String> read() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select path from known_unit where active")
                        .mapTo(String.class)
                        .set());
    }

    private record ByHeart(Set<String> units, Instant until) {}
}
