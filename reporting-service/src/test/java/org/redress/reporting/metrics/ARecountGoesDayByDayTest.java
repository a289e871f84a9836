package org.redress.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.reporting.WithPlatform;

/** However many days were counted, a step of a rebuild reads one. */
@WithPlatform
class ARecountGoesDayByDayTest {
    @Inject Jdbi jdbi;

    @BeforeEach
    void thousands_of_days() {
        QuarkusTransaction.begin();
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into case_fact (case_id, fold)
                    select md5(c::text)::uuid, '{}' from generate_series(1, 30000) c
                    """);
            handle.execute(
                    """
                    insert into daily_share select md5(c::text)::uuid, date '2000-01-01' + c / 10,
                        'hq', 'COMPLAINT', 'LOW', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0
                    from generate_series(1, 30000) c
                    """);
            handle.execute(
                    """
                    insert into daily_metric select date '2000-01-01' + c / 3, 'hq/u' || c,
                        'COMPLAINT', 'LOW', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null,
                        now()
                    from generate_series(1, 9000) c
                    """);
            handle.execute("analyze case_fact, daily_share, daily_metric");
        });
    }

    @AfterEach
    void are_gone() {
        QuarkusTransaction.rollback();
    }

    @ParameterizedTest
    @ValueSource(strings = {DailyMetrics.DAY_AFTER, DailyMetrics.CELLS, Shares.DROP_STRAYS})
    void along_an_index(String sql) {
        assertThat(plan(sql))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("daily_share_by_cell"));
    }

    private List<String> plan(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery("explain " + sql.replaceAll(":(last|day)", "'2004-07-01'"))
                        .mapTo(String.class)
                        .list());
    }
}
