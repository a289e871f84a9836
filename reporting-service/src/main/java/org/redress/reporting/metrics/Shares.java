package org.redress.reporting.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.facts.CaseFact;

/** The table {@code daily_share}: what each case adds to each day. */
@ApplicationScoped
class Shares {
    private static final String VALUES = "owner_unit, case_class, severity, " + columns("%s");

    private static final String FOLLOW =
            """
            with come as materialized (
                select case_id, date, %1$s
                from jsonb_to_recordset(cast(:shares as jsonb)) as told (case_id uuid, date date,
                    owner_unit text, case_class text, severity text, %2$s)),
            known as materialized (
                select case_id, date, %1$s from daily_share where case_id = any(:ids)),
            old as materialized (table known except table come),
            new as materialized (table come except table known),
            gone as (
                delete from daily_share d using old
                where d.case_id = old.case_id and d.date = old.date and not exists (
                    select from come where come.case_id = d.case_id and come.date = d.date)),
            kept as (
                insert into daily_share (case_id, date, %1$s) table new
                on conflict (case_id, date) do update set (%1$s) = row (%3$s))
            select date, owner_unit, case_class, severity from old
            union
            select date, owner_unit, case_class, severity from new
            """
                    .formatted(
                            VALUES,
                            columns("%s %s"),
                            "excluded." + VALUES.replace(", ", ", excluded."));

    static final String DROP_STRAYS =
            """
            delete from daily_share s where date = :day
              and not exists (select from case_fact f where f.case_id = s.case_id)
            """;

    private final Jdbi jdbi;
    private final ZoneId zone;

    Shares(Jdbi jdbi, @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.zone = zone;
    }

    /**
     * Lets the shares of these cases be what their facts say now.
     *
     * @return the cells that they came to, changed in or left
     */
    List<Cell> follow(List<CaseFact> facts) {
        var ids = facts.stream().map(fact -> fact.caseId().value()).toArray(UUID[]::new);
        var rows = new ArrayList<Map<String, Object>>();
        for (var fact : facts) {
            Share.of(fact, zone).forEach((cell, share) -> rows.add(row(fact, cell, share)));
        }
        return jdbi.withHandle(handle ->
                handle.createQuery(FOLLOW)
                        .bindArray("ids", UUID.class, (Object[]) ids)
                        .bind("shares", new String(EventJson.write(rows), UTF_8))
                        .map((row, _) -> Cell.of(row))
                        .list());
    }

    /** Takes away what cases added to that day of which there is no fact. */
    void dropStrays(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate(DROP_STRAYS).bind("day", day).execute());
    }

    private static Map<String, Object> row(CaseFact fact, Cell cell, Share share) {
        var row = new HashMap<String, Object>();
        row.put("case_id", fact.caseId().value());
        row.put("date", cell.date());
        row.put("owner_unit", cell.ownerUnit());
        row.put("case_class", cell.caseClass());
        row.put("severity", cell.severity());
        share.values().forEach((measure, value) -> row.put(measure.column(), value));
        return row;
    }

    private static String columns(String form) {
        return Stream.of(Measure.values())
                .map(measure -> form.formatted(measure.column(), measure.sqlType()))
                .collect(joining(", "));
    }
}
