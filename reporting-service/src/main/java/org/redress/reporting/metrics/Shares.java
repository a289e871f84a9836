package org.redress.reporting.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.redress.reporting.facts.FactsChanged;

/**
 * The tables {@code daily_share} and {@code stale_cell}: keeps what each case adds to each day, and
 * notes the cells that it came to, changed in or left.
 */
@ApplicationScoped
class Shares {
    private final Jdbi jdbi;
    private final ZoneId zone;

    Shares(Jdbi jdbi, @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.zone = zone;
    }

    void follow(@Observes FactsChanged facts) {
        var now = new HashMap<UUID, Map<Cell, Share>>();
        var stale = new HashSet<Cell>();
        for (var change : facts.changes()) {
            var before = Share.of(change.before(), zone);
            var after = Share.of(change.after(), zone);
            if (!after.equals(before)) {
                now.put(change.after().caseId().value(), after);
                stale.addAll(different(before, after));
            }
        }
        if (!now.isEmpty()) {
            jdbi.useHandle(handle -> replace(handle, now, stale));
        }
    }

    private static Set<Cell> different(Map<Cell, Share> before, Map<Cell, Share> after) {
        var cells = new HashSet<>(before.keySet());
        cells.addAll(after.keySet());
        cells.removeIf(cell -> after.get(cell) != null && after.get(cell).equals(before.get(cell)));
        return cells;
    }

    private static void replace(
            Handle handle, Map<UUID, Map<Cell, Share>> now, Set<Cell> staleCells) {
        handle.createUpdate("delete from daily_share where case_id = any(:ids)")
                .bindArray("ids", UUID.class, now.keySet())
                .execute();
        var shares =
                handle.prepareBatch(
                        """
                        insert into daily_share values (:case, :date, :ownerUnit, :caseClass,
                            :severity, :registered, :resolved, :closed, :reopened, :satisfied,
                            :notSatisfied, :clocksBreached, :pages, :acknowledged, :exhausted,
                            :secondsToAcknowledge, :secondsToResolve)
                        """);
        now.forEach((caseId, parts) ->
                parts.forEach((cell, share) ->
                        shares.bind("case", caseId).bindMethods(cell).bindMethods(share).add()));
        shares.execute();
        var stale =
                handle.prepareBatch(
                        """
                        insert into stale_cell values (:date, :ownerUnit, :caseClass, :severity)
                        """);
        staleCells.forEach(cell -> stale.bindMethods(cell).add());
        stale.execute();
    }
}
