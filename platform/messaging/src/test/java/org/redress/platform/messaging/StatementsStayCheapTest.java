package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@WithInfrastructure
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsStayCheapTest {

    private final Jdbi jdbi;
    private final InboxMemory memory;

    StatementsStayCheapTest(Jdbi jdbi, InboxMemory memory) {
        this.jdbi = jdbi;
        this.memory = memory;
    }

    @BeforeAll
    void tables_after_a_long_outage() {
        jdbi.useHandle(handle -> {
            handle.execute("truncate messaging.outbox, messaging.outbox_parked, messaging.inbox");
            handle.execute(
                    """
                    insert into messaging.outbox (event_id, topic, key, headers)
                    select n::text, 'relayed', n::text, '{}' from generate_series(1, 100000) n
                    """);
            handle.execute(
                    """
                    insert into messaging.inbox (event_id, source, received_at)
                    select n::text, 's', now() - n * interval '3 minutes'
                    from generate_series(1, 100000) n
                    """);
            handle.execute("analyze messaging.outbox");
            handle.execute("analyze messaging.inbox");
        });
    }

    @AfterAll
    void empty_again() {
        jdbi.useHandle(handle -> handle.execute("truncate messaging.outbox, messaging.inbox"));
    }

    @Test
    void claiming_sorts_and_scans_nothing() {
        assertThat(
                        plan(
                                OutboxRelay.TAKE
                                        .replaceFirst("\\?", "0")
                                        .replaceFirst("\\?", "'{}'")
                                        .replaceFirst("\\?", "500")))
                .noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan on outbox"))
                .anyMatch(line -> line.contains("Index Scan using outbox_pkey"));
    }

    @Test
    void forgetting_goes_along_the_index_by_age() {
        assertThat(plan(InboxMemory.FORGET_SOME))
                .noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("inbox_by_age"));
    }

    @Test
    void the_watch_looks_at_the_first_row_and_counts_no_further_than_a_hundred_thousand() {
        assertThat(OutboxWatch.LOOKS.get("outbox.rows.waiting")).contains("limit 100000");
        assertThat(plan(OutboxWatch.LOOKS.getOrDefault("outbox.oldest.age.seconds", "")))
                .noneMatch(line -> line.contains("Sort") || line.contains("Seq Scan"));
    }

    @Test
    void ids_of_more_than_a_hundred_days_ago_are_forgotten_and_no_others() {
        // when
        memory.forget();

        // then
        assertThat(count("received_at < now() - interval '100 days'")).isZero();
        assertThat(count("received_at > now() - interval '99 days'")).isGreaterThan(47_000);
    }

    private int count(String condition) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from messaging.inbox where " + condition)
                        .mapTo(Integer.class)
                        .one());
    }

    private List<String> plan(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery("explain " + sql).mapTo(String.class).list());
    }
}
