package org.redress.intake.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.staff.UnitScope;

/** Which units see a case, and its status in their lists (requirement XX-06). */
@ApplicationScoped
public class CaseUnits {

    private final Jdbi jdbi;

    CaseUnits(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The unit that took the case in, and nobody else changes who sees it until this transaction
     * ends; empty if the case is not known.
     */
    public Optional<String> hold(CaseId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select unit from customer_case where id = :id for no key update")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne());
    }

    /** From now on the case is seen by these units and all above them, and no others. */
    public void show(CaseId id, Status status, String registeredIn, @Nullable String owner) {
        SortedSet<String> units = UnitScope.seenBy(registeredIn, owner);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                with gone as (
                                    delete from case_unit
                                    where case_id = :id and unit <> all (:units))
                                insert into case_unit (unit, case_id, status)
                                select unit, :id, :status from unnest(:units) as unit
                                on conflict (unit, case_id) do update
                                set status = excluded.status
                                where case_unit.status <> excluded.status
                                """)
                        .bind("id", id.value())
                        .bind("status", status.name())
                        .bindArray("units", String.class, units)
                        .execute());
    }
}
