package org.redress.escalation.clocks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.redress.escalation.calendar.BusinessCalendar;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.clocks.ledger.Cause;
import org.redress.escalation.clocks.ledger.Ledger;
import org.redress.escalation.clocks.ledger.Segment;
import org.redress.escalation.clocks.ledger.Terms;
import org.redress.escalation.organisation.Deadline;
import org.redress.escalation.organisation.OrganisationStore;

/** The rows of {@code clock_segment}: the ledgers of clocks to which more happened than time. */
@ApplicationScoped
class Ledgers {

    private static final Actor CLOCKS = Actor.rule("clocks");

    private final Jdbi jdbi;
    private final OrganisationStore organisation;

    Ledgers(Jdbi jdbi, OrganisationStore organisation) {
        this.jdbi = jdbi;
        this.organisation = organisation;
    }

    /** A clock that just runs has no rows: what stands on its own row is its ledger. */
    Ledger of(CaseClock clock) {
        List<Segment> segments =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select * from clock_segment where clock_id = ? order by position")
                                .bind(0, clock.id())
                                .map((row, _) -> read(row))
                                .list());
        return segments.isEmpty() ? justRunning(clock.deadline()) : new Ledger(segments);
    }

    /** Those of many in one trip. */
    Map<UUID, Ledger> of(List<CaseClock> clocks) {
        Map<UUID, List<Segment>> segments =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select * from clock_segment where clock_id = any(:clocks) order by clock_id, position")
                                .bindArray(
                                        "clocks",
                                        UUID.class,
                                        clocks.stream().map(CaseClock::id).toList())
                                .map((row, _) ->
                                        Map.entry(row.getObject("clock_id", UUID.class), read(row)))
                                .collect(
                                        Collectors.groupingBy(
                                                Map.Entry::getKey,
                                                Collectors.mapping(
                                                        Map.Entry::getValue,
                                                        Collectors.toList()))));
        return clocks.stream()
                .collect(
                        Collectors.toMap(
                                CaseClock::id,
                                clock ->
                                        segments.containsKey(clock.id())
                                                ? new Ledger(segments.get(clock.id()))
                                                : justRunning(clock.deadline())));
    }

    private Ledger justRunning(Deadline deadline) {
        return Ledger.start(deadline.startedAt(), terms(deadline), CLOCKS);
    }

    /** What holds for a clock that is set by the deadline. */
    Terms terms(Deadline deadline) {
        BusinessCalendar calendar = calendar(deadline.calendar(), deadline.organisation());
        Duration budget = deadline.budget();
        return new Terms(
                budget == null ? calendar.between(deadline.startedAt(), deadline.dueAt()) : budget,
                calendar,
                deadline.organisation());
    }

    private BusinessCalendar calendar(String name, long version) {
        return organisation.at(version).calendar(name);
    }

    private Segment read(ResultSet row) throws SQLException {
        long version = row.getLong("organisation");
        return new Segment(
                Segment.Kind.valueOf(row.getString("kind")),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                new Terms(
                        Duration.ofSeconds(row.getLong("budget")),
                        calendar(row.getString("calendar"), version),
                        version),
                cause(row.getString("cause")),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        null,
                        row.getString("actor")));
    }

    private static Cause cause(String name) {
        return Stream.<Cause>concat(Stream.of(Cause.Step.values()), Stream.of(Cause.Pause.values()))
                .filter(cause -> cause.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Adds what has come to it. */
    void write(UUID clock, Ledger ledger) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            insert into clock_segment (clock_id, position, kind, from_at, cause, budget, calendar,
                                                       organisation, actor_kind, actor)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (clock_id, position) do nothing
                            """);
            for (int position = 0; position < ledger.segments().size(); position++) {
                Segment segment = ledger.segments().get(position);
                batch.add(
                        clock,
                        position,
                        segment.kind(),
                        segment.from(),
                        segment.cause().name(),
                        segment.terms().budget().toSeconds(),
                        segment.terms().calendar().name(),
                        segment.terms().organisation(),
                        segment.by().kind(),
                        segment.by().id());
            }
            batch.execute();
        });
    }
}
