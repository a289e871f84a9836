package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.reporting.WithPlatform;

/** However long the journal is, a step of a rebuild reads the next cases and no more. */
@WithPlatform
class ARebuildReadsAlongTheIndexTest {
    @Inject Jdbi jdbi;

    @BeforeEach
    void a_journal_of_ten_thousand_cases() {
        QuarkusTransaction.begin();
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into timeline_event (event_id, case_id, type, mode, about, what)
                    select e::text, md5(c::text)::uuid, 't', 'REAL', '{}', '{}'
                    from generate_series(1, 10000) c, generate_series(1, 8) e
                    """);
            handle.execute(
                    """
                    insert into case_fact (case_id, fold)
                    select md5(c::text)::uuid, '{}' from generate_series(1, 10000) c
                    """);
            handle.execute("analyze timeline_event, case_fact");
        });
    }

    @AfterEach
    void is_gone() {
        QuarkusTransaction.rollback();
    }

    @Test
    void to_find_the_next_cases() {
        assertThat(plan(Journal.CASES_AFTER, "'80000000-0000-0000-0000-000000000000'"))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("Index Only Scan using timeline_event_pkey"))
                .anyMatch(line -> line.contains("Index Only Scan using case_fact_pkey"));
    }

    @Test
    void to_read_their_events() {
        assertThat(
                        plan(
                                Journal.EVENTS,
                                "array(select md5(c::text)::uuid from generate_series(1, 100) c)"))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"))
                .anyMatch(line -> line.contains("timeline_event_pkey"));
    }

    private List<String> plan(String sql, String cases) {
        var bound = sql.replaceAll(":(after|cases)", cases);
        return jdbi.withHandle(handle ->
                handle.createQuery("explain " + bound.replace(":limit", "100"))
                        .mapTo(String.class)
                        .list());
    }
}
