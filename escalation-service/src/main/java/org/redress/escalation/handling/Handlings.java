package org.redress.escalation.handling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.CasesAtHand;
import org.redress.escalation.cases.Mode;

/** The cases at work. Whoever gets one to change holds its row until the transaction ends. */
@ApplicationScoped
class Handlings implements PanacheRepositoryBase<Handling, CaseId> {

    private final Jdbi jdbi;
    private final CasesAtHand atHand;

    Handlings(Jdbi jdbi, CasesAtHand atHand) {
        this.jdbi = jdbi;
        this.atHand = atHand;
    }

    /** A case that was not known before; whether something that was said of it has waited. */
    record Opened(CaseId id, CaseNumber number, Mode mode, boolean awaited) {}

    /**
     * Writes those of these that are not known yet, in one trip, which no entity can. Of one case
     * the first counts; rows are locked in the order of their ids.
     */
    List<Opened> open(List<Handling> opened) {
        Handling anyone = opened.getFirst(); // All begin alike.
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                insert into handling (case_id, case_number, mode, status, round, tier,
                                                      owner_unit, responded, first_response_promised_at,
                                                      resolution_promised_at, channel, incident_unit, customer, next_due_at,
                                                      next_due_clock, opened_at, changed_at, version)
                                select id, number, mode, :status, :round, :tier, unit, :responded,
                                       cast(responded_by as timestamptz), cast(resolved_by as timestamptz),
                                       channel, incident_unit, customer, cast(due_at as timestamptz), due_clock,
                                       cast(at as timestamptz), cast(at as timestamptz), 0
                                from unnest(:ids, :numbers, :modes, :units, :responses, :resolutions, :channels,
                                            :places, :customers, :dues, :clocks, :ats)
                                    with ordinality as told
                                        (id, number, mode, unit, responded_by, resolved_by, channel,
                                         incident_unit, customer, due_at, due_clock, at, nth)
                                order by id, nth
                                on conflict (case_id) do nothing
                                returning case_id, case_number, mode, exists
                                    (select from parked_event p where p.case_id = handling.case_id)
                                """)
                        .bind("status", anyone.status)
                        .bind("round", anyone.round)
                        .bind("tier", anyone.tier)
                        .bind("responded", anyone.responded)
                        .bindArray("ids", UUID.class, each(opened, one -> one.id.value()))
                        .bindArray("numbers", String.class, each(opened, one -> one.number.value()))
                        .bindArray("modes", String.class, each(opened, one -> one.mode.name()))
                        .bindArray(
                                "units", String.class, each(opened, one -> one.ownerUnit.value()))
                        .bindArray(
                                "responses",
                                String.class,
                                each(opened, one -> text(one.promises().firstResponse())))
                        .bindArray(
                                "resolutions",
                                String.class,
                                each(opened, one -> text(one.promises().resolution())))
                        .bindArray(
                                "channels",
                                String.class,
                                each(opened, one -> text(one.origin().channel())))
                        .bindArray(
                                "places",
                                String.class,
                                each(opened, one -> text(one.origin().unit())))
                        .bindArray("dues", String.class, each(opened, one -> text(one.nextDueAt)))
                        .bindArray(
                                "clocks", String.class, each(opened, one -> text(one.nextDueClock)))
                        .bindArray(
                                "customers",
                                String.class,
                                each(opened, one -> one.origin().customer()))
                        .bindArray(
                                "ats", String.class, each(opened, one -> one.openedAt.toString()))
                        .map((row, _) ->
                                new Opened(
                                        new CaseId(row.getObject(1, UUID.class)),
                                        new CaseNumber(row.getString(2)),
                                        Mode.valueOf(row.getString(3)),
                                        row.getBoolean(4)))
                        .list());
    }

    private static <T extends @Nullable Object> List<T> each(
            List<Handling> opened, Function<Handling, T> column) {
        return opened.stream().map(column).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Takes those of the cases that nobody else holds. */
    List<CaseId> hold(List<UUID> cases) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select case_id from handling where case_id = any(:cases) order by case_id for update skip locked")
                        .bindArray("cases", UUID.class, cases)
                        .map((row, _) -> new CaseId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** With the other cases at hand, whose rows are held from then on. */
    Optional<Handling> lock(CaseId id) {
        Set<CaseId> together = atHand.readWith(id, Handlings.class);
        if (together.size() > 1) {
            find("id in ?1 order by id", together).withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Handling> lock(CaseNumber number) {
        return find("number", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
