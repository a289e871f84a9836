package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@WithDoors
class WhatUnitsLetThroughTest {

    private static final UnitScope SCOPE =
            UnitScope.of(List.of("hq/outlets", "hq/outlets/east", "hq/finance"));

    private final DataSource dataSource;

    WhatUnitsLetThroughTest(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Test
    void is_the_units_themselves_and_what_lies_below_and_nothing_beside_them() {
        List<String> seen =
                inPlaces(handle ->
                        handle.createQuery(
                                        "select unit from places where n < 9 and "
                                                + SCOPE.sql("unit"))
                                .bindMap(SCOPE.binds())
                                .mapTo(String.class)
                                .list());
        assertThat(seen).containsExactlyInAnyOrder("hq/finance", "hq/outlets", "hq/outlets/east");
        assertThat(UnitScope.of(List.of()).sql("unit")).isEqualTo("(false)");
    }

    @Test
    void is_found_by_the_index() {
        String plan =
                inPlaces(handle ->
                        handle.createQuery(
                                        "explain select unit from places where "
                                                + SCOPE.sql("unit"))
                                .bindMap(SCOPE.binds())
                                .mapTo(String.class)
                                .collect(Collectors.joining("\n")));
        assertThat(plan).contains("places_by_unit").doesNotContain("Seq Scan");
    }

    private <T> T inPlaces(HandleCallback<T, RuntimeException> read) {
        return Jdbi.create(dataSource)
                .withHandle(handle -> {
                    fill(handle);
                    return read.withHandle(handle);
                });
    }

    private static void fill(Handle handle) {
        handle.execute("create table if not exists places (n int primary key, unit text not null)");
        handle.execute("create index if not exists places_by_unit on places (unit collate \"C\")");
        handle.execute(
                """
                insert into places
                select n, (array['hq', 'hq/finance', 'hq/finance-2', 'hq/outlets', 'hq/outlets/east',
                                 'hq/outlets2', 'hq/outlet', 'other'])[n]
                from generate_series(1, 8) n
                on conflict do nothing
                """);
        handle.execute(
                "insert into places select n, 'hq/x' || n from generate_series(9, 20000) n on conflict do nothing");
        handle.execute("analyze places");
    }
}
