package org.redress.reporting.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
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

/**
 * The tables {@code daily_share} and {@code stale_cell}: keeps what each case adds to each day, and
 * notes the cells that it came to, changed in or left.
 */
@ApplicationScoped
class Shares {
    private static final String MEASURES = columns("%s");

    private static final String ROWS =
            "jsonb_to_recordset(cast(:shares as jsonb)) as come (case_id uuid, date date,"
                    + " owner_unit text, case_class text, severity text, %s)"
                            .formatted(columns("%s %s"));

    private static final String LEAVE =
            """
            with gone as (
                delete from daily_share d where d.case_id = any(:ids) and not exists (
                    select from %s
                    where come.case_id = d.case_id and come.date = d.date
                        and (come.owner_unit, come.case_class, come.severity, %s)
                            is not distinct from (d.owner_unit, d.case_class, d.severity, %s))
                returning d.date, d.owner_unit, d.case_class, d.severity)
            insert into stale_cell select distinct * from gone
            """
                    .formatted(ROWS, columns("come.%s"), columns("d.%s"));

    private static final String COME =
            """
            with new as (
                insert into daily_share (case_id, date, owner_unit, case_class, severity, %s)
                select case_id, date, owner_unit, case_class, severity, %s from %s
                on conflict (case_id, date) do nothing
                returning date, owner_unit, case_class, severity)
            insert into stale_cell select distinct * from new
            """
                    .formatted(MEASURES, MEASURES, ROWS);

    private final Jdbi jdbi;
    private final ZoneId zone;

    Shares(Jdbi jdbi, @ConfigProperty(name = "redress.zone") ZoneId zone) {
        this.jdbi = jdbi;
        this.zone = zone;
    }

    /** Lets the shares of these cases be what their facts say now; what is as it was remains. */
    void follow(List<CaseFact> facts) {
        var ids = facts.stream().map(fact -> fact.caseId().value()).toArray(UUID[]::new);
        var rows = new ArrayList<Map<String, Object>>();
        for (var fact : facts) {
            Share.of(fact, zone).forEach((cell, share) -> rows.add(row(fact, cell, share)));
        }
        var shares = new String(EventJson.write(rows), UTF_8);
        jdbi.useHandle(handle -> {
            handle.createUpdate(LEAVE)
                    .bindArray("ids", UUID.class, (Object[]) ids)
                    .bind("shares", shares)
                    .execute();
            handle.createUpdate(COME).bind("shares", shares).execute();
        });
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
