package org.redress.reporting.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.facts.Refolding.Refolded;

/** The table {@code rebuild}. */
@ApplicationScoped
class Orders {
    private final Jdbi jdbi;

    Orders(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Asks for a rebuild, unless one is under way that does the same; the answer is its id. */
    long ask(boolean everything) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                with under_way as (
                                    select id from rebuild
                                    where ended_at is null and everything >= :everything
                                    order by id limit 1),
                                asked as (
                                    insert into rebuild (everything)
                                    select :everything where not exists (table under_way)
                                    returning id)
                                table under_way union all table asked
                                """)
                        .bind("everything", everything)
                        .mapTo(Long.class)
                        .one());
    }

    Order of(long id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select * from rebuild where id = :id")
                        .bind("id", id)
                        .map((row, _) -> Order.of(row))
                        .one());
    }

    /** The first that has not ended, unless another replica is at it; ours until we commit. */
    Optional<Order> take() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select * from rebuild
                                where id = (select min(id) from rebuild where ended_at is null)
                                  and ended_at is null
                                for update skip locked
                                """)
                        .map((row, _) -> Order.of(row))
                        .findOne());
    }

    void casesDone(Order order, CaseId last, int cases, Refolded done) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update rebuild
                                set after_case = :last, cases = cases + :cases,
                                    facts_published = facts_published + :published,
                                    without_events = without_events + :withoutEvents,
                                    unreadable = unreadable + :unreadable
                                where id = :id
                                """)
                        .bind("id", order.id())
                        .bind("last", last.value())
                        .bind("cases", cases)
                        .bind("published", done.published())
                        .bind("withoutEvents", done.withoutEvents())
                        .bind("unreadable", done.unreadable())
                        .execute());
    }

    void daysDone(Order order, LocalDate last, int published) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update rebuild
                                set after_day = :last,
                                    metrics_published = metrics_published + :published
                                where id = :id
                                """)
                        .bind("id", order.id())
                        .bind("last", last)
                        .bind("published", published)
                        .execute());
    }

    void end(Order order, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate("update rebuild set ended_at = :now where id = :id")
                        .bind("id", order.id())
                        .bind("now", now)
                        .execute());
    }
}
