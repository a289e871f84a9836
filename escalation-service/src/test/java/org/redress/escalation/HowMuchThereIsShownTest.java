package org.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** What the department sees at a glance: how much is open, presses, is late, and reached nobody. */
@WithEscalation
class HowMuchThereIsShownTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    @Test
    void a_case_is_open_then_presses_then_is_late_and_its_escalation_reaches_nobody() {
        // given
        var open = shown("cases.open");
        var overdue = shown("cases.overdue");
        var running = shown("escalations.running");

        // when
        var story = CaseStory.assigned("CRITICAL", "hq/quality");

        // then
        assertThat(shown("cases.open")).isEqualTo(open + 1);
        assertThat(shown("escalations.running")).isGreaterThan(running);

        // when
        for (int step = 0; step < 40; step++) {
            clock.add(Duration.ofMinutes(30));
            timer.fireDue();
        }

        // then
        assertThat(shown("cases.overdue")).isGreaterThan(overdue);
        var exhausted = shown("escalations.exhausted");
        assertThat(exhausted).isPositive();

        // when
        story.accept().statusCode(200);
        story.resolve().statusCode(200);

        // then
        assertThat(shown("escalations.exhausted")).isLessThan(exhausted);
    }

    @Test
    void an_alert_that_nobody_answers_shows_for_an_hour() {
        var before = shown("alerts.exhausted");
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    """
                                    insert into alert (id, kind, service, thing, reason, count, since, unit, policy, state,
                                                       repeat, step, holder, settled_at, version)
                                    select gen_random_uuid(), 'DEAD_LETTER', 'triage', n::text, 'x', 1, :now, 'hq', '{}',
                                           'EXHAUSTED', 1, 1, 'A', cast(:now as timestamptz) - make_interval(mins => n), 0
                                    from unnest(array[59, 61]) n
                                    """)
                            .bind("now", clock.instant())
                            .execute());
            assertThat(shown("alerts.exhausted")).isEqualTo(before + 1);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void it_is_counted_from_indexes_however_many_cases_there_have_been() {
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle -> {
                handle.execute(
                        """
                        insert into handling (case_id, case_number, mode, status, round, tier, owner_unit, responded,
                                              opened_at, changed_at, version)
                        select gen_random_uuid(), 'C-19000102-' || n, 'REAL',
                               case when n % 100 = 0 then 'ASSIGNED' else 'CLOSED' end, 1, 'T1', 'hq', false, now(), now(), 0
                        from generate_series(1000001, 1020000) n
                        """);
                handle.execute(
                        """
                        insert into case_clock (id, case_id, case_number, mode, round, unit, clock, calendar,
                                                started_at, warn_at, due_at, state, stopped_at)
                        select gen_random_uuid(), case_id, case_number, mode, round, owner_unit, 'RESOLUTION', '24x7',
                               now(), now(), now(), case status when 'CLOSED' then 'MET' else 'BREACHED' end,
                               case status when 'CLOSED' then now() end
                        from handling where case_number like 'C-19000102-%'
                        """);
                handle.execute(
                        """
                        insert into escalation (id, case_id, case_number, mode, round, unit, case_class, category, severity,
                                                response_level, trigger, policy, state, repeat, step, holder, raised_at,
                                                version)
                        select gen_random_uuid(), case_id, case_number, mode, round, owner_unit, 'COMPLAINT', 'OTHER',
                               'HIGH', 'NONE', 'SEVERITY', '{}', case status when 'CLOSED' then 'ENDED' else 'EXHAUSTED' end,
                               1, 1, 'A', now(), 0
                        from handling where case_number like 'C-19000102-%'
                        """);
                handle.execute("analyze handling, case_clock, escalation");
            });
            assertThat(CaseFigures.LOOKS)
                    .allSatisfy((name, sql) -> {
                        if (!name.startsWith("alerts")) {
                            assertThat(plan(sql)).contains("Index").doesNotContain("Seq Scan");
                        }
                    });
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private String plan(String sql) {
        return jdbi.withHandle(handle ->
                String.join("\n", handle.createQuery("explain " + sql).mapTo(String.class).list()));
    }

    private double shown(String name) {
        var figures = new CaseFigures(jdbi, clock);
        figures.look();
        return figures.seen(name);
    }
}
