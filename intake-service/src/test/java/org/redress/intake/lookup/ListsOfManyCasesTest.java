package org.redress.intake.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.intake.WithIntake;
import org.redress.intake.cases.Status;
import org.redress.intake.lookup.CaseList.Wanted;

/** Two hundred thousand cases of three hundred outlets: no list reads them all (XX-06). */
@WithIntake
class ListsOfManyCasesTest {

    private static final int OUTLETS = 300;
    private static final Pattern PAGES = Pattern.compile("Buffers: ([^\\n]*)");
    private static final Pattern COUNT = Pattern.compile("(?:hit|read)=([0-9]+)");

    @Inject Jdbi jdbi;

    @Test
    void every_list_finds_its_rows_by_an_index() {
        jdbi.useHandle(handle -> {
            handle.begin();
            try {
                given(handle);
                UUID customer =
                        handle.createQuery("select customer_id from customer_case limit 1")
                                .mapTo(UUID.class)
                                .one();
                for (List<String> units :
                        List.of(
                                List.of("hq"),
                                List.of("many/outlet-7"),
                                List.of("many/outlet-7", "many/outlet-8", "many"))) {
                    then(handle, new Wanted(null, null, null), units);
                    then(handle, new Wanted(null, null, new UUID(-1, -1)), units);
                    then(handle, new Wanted(null, Status.NEW, null), units);
                    then(handle, new Wanted(null, Status.CLOSED, null), units);
                    then(handle, new Wanted(customer, null, null), units);
                }
            } finally {
                handle.rollback();
            }
        });
    }

    /** In tables of this connection alone, which stand before those of the same names. */
    private static void given(Handle handle) {
        handle.execute("set local temp_buffers = '256MB'");
        for (String table : List.of("customer_case", "case_unit")) {
            handle.execute(
                    "create temp table %1$s (like public.%1$s including all) on commit drop"
                            .formatted(table));
        }
        handle.execute(
                """
                insert into customer_case
                    (id, number, customer_id, mode, channel, unit, registered_by, registered_at,
                     timetable, satisfaction_round, satisfaction_attempts, version)
                select cast(lpad(to_hex(n), 32, '0') as uuid), 'many ' || n,
                    cast(lpad(to_hex(1 + n % 50000), 32, '0') as uuid), 'REAL', 'HOTLINE',
                    'many/outlet-' || n % ?, 'someone', now(), '[]', 1, 0, 1
                from generate_series(1, 200000) n
                """,
                OUTLETS);
        handle.execute(
                """
                insert into case_unit (unit, case_id, status)
                select u, cast(lpad(to_hex(n), 32, '0') as uuid),
                    case when n % 100 = 0 then 'NEW' else 'CLOSED' end
                from generate_series(1, 200000) n
                cross join lateral (values ('many'), ('many/outlet-' || n % ?)) units (u)
                """,
                OUTLETS);
        handle.execute("analyze customer_case, case_unit");
    }

    private static void then(Handle handle, Wanted wanted, List<String> units) {
        String plan =
                String.join(
                        "\n",
                        CaseList.bound(
                                        handle.createQuery(
                                                "explain (analyze, buffers) " + wanted.sql()),
                                        wanted,
                                        units,
                                        51)
                                .mapTo(String.class)
                                .list());

        assertThat(plan)
                .describedAs("%s of %s", wanted, units)
                .doesNotContain("Seq Scan on customer_case", "Seq Scan on case_unit");
        assertThat(pages(plan)).describedAs(plan).isBetween(1L, 3_000L);
    }

    /** How many pages of tables and indexes were looked at; those of the whole stand first. */
    private static long pages(String plan) {
        Matcher whole = PAGES.matcher(plan);
        assertThat(whole.find()).describedAs(plan).isTrue();
        return COUNT.matcher(whole.group(1))
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }
}
