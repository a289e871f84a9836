package org.redress.escalation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/**
 * With five thousand rows of each kind nothing that recurs reads or sorts a whole table, whatever
 * its values are: they are planned without them, as the service's pool has it done.
 */
@WithEscalation
class QueryPlansTest {

    private static final Pattern SCAN =
            Pattern.compile(
                    "Seq Scan on (handling|case_clock|escalation|page|journal_entry|parked_event|directive|co_handling|evidence|information_request|compensation_offer|organisation_version)\\b");
    private static final Pattern SORT = Pattern.compile("Sort {2}\\(cost=\\S+ rows=(\\d+) ");
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?");
    private static final int SORTED_AT_MOST = 1_000;

    /** Carried out within another, as it may not be sent with parameters that have no value. */
    private static final String PLAN =
            """
            create function pg_temp.plan(sql text) returns setof text language plpgsql
            as $$ begin return query execute sql; end $$
            """;

    private static final List<String> ROWS =
            List.of(
                    """
                    insert into handling (case_id, case_number, mode, status, round, tier, owner_unit, responded,
                                          opened_at, changed_at, version)
                    select gen_random_uuid(), 'C-19000101-' || n, 'REAL', 'ASSIGNED', 1, 'T1',
                           'hq/quality', false, now(), now(), 0
                    from generate_series(1000001, 1005000) n
                    """,
                    """
                    insert into handling (case_id, case_number, mode, status, closed_as, round, tier, owner_unit,
                                          responded, opened_at, changed_at, version)
                    select gen_random_uuid(), 'C-19000102-' || n, 'REAL', 'CLOSED', 'SATISFIED', 1, 'T1',
                           'hq/quality', false, now(), now(), 0
                    from generate_series(1000001, 1020000) n
                    """,
                    """
                    insert into case_clock (id, case_id, case_number, mode, round, unit, clock, calendar,
                                            started_at, warn_at, due_at, state, next_at)
                    select gen_random_uuid(), case_id, case_number, mode, round, owner_unit, 'RESOLUTION', '24x7',
                           opened_at, opened_at + interval '9 years', opened_at + interval '9 years', 'RUNNING',
                           opened_at + interval '9 years'
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into escalation (id, case_id, case_number, mode, round, unit, case_class, category, severity,
                                            response_level, trigger, policy, state, repeat, step, holder, raised_at,
                                            next_at, version)
                    select gen_random_uuid(), case_id, case_number, mode, round, owner_unit, 'COMPLAINT', 'OTHER', 'HIGH',
                           'NONE', 'SEVERITY', '{"id": "high", "version": 1}', 'RUNNING', 1, 1, 'A', opened_at,
                           opened_at + interval '9 years', 0
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into page (escalation_id, position, page_id, repeat, step, role, holder, unit, person, paged_at,
                                      acknowledge_by, failed)
                    select id, 0, gen_random_uuid(), 1, 1, 'duty-officer', 'A', unit, 'zhang.lei', raised_at, raised_at, false
                    from escalation where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into journal_entry (case_id, round, at, activity, actor, unit)
                    select case_id, 1, opened_at, 'ASSIGNED', 'triage', owner_unit
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into parked_event (id, case_id, awaits, round, type, event, parked_at, retry_at)
                    select gen_random_uuid(), case_id, 'RESOLUTION', 1, 'CaseWithdrawn', '{}', now(),
                           opened_at + interval '9 years'
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into organisation_version (version, document, in_force_at, changed_by, reason, changes)
                    select n, '{}', now() - n * interval '1 hour', 'test', 'test', '[]'
                    from generate_series(1000001, 1005000) n
                    """,
                    """
                    insert into directive (directive_id, case_id, kind, unit, issued_by, issued_at, due_at, answered_at)
                    select gen_random_uuid(), case_id, 'URGE', owner_unit, 'liu.min', opened_at, opened_at, opened_at
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into co_handling (co_handling_id, case_id, unit, state, requested_by, requested_at)
                    select gen_random_uuid(), case_id, owner_unit, 'ACCEPTED', 'chen.wei', opened_at
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into evidence (evidence_id, case_id, kind, added_by, added_at)
                    select gen_random_uuid(), case_id, 'PHOTO', 'chen.wei', opened_at
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into information_request (request_id, case_id, asked_by, asked_at, due_at)
                    select gen_random_uuid(), case_id, 'chen.wei', opened_at, opened_at
                    from handling where case_number like 'C-19000101-%'
                    """,
                    """
                    insert into compensation_offer (offer_id, case_id, customer, type, amount, currency, state, proposed_by,
                                                    proposed_at, approved_at, changed_by, changed_at)
                    select gen_random_uuid(), case_id, case_id::text, 'REFUND', 1, 'CNY', 'APPROVED', 'chen.wei',
                           opened_at, opened_at, 'chen.wei', opened_at
                    from handling where case_number like 'C-19000101-%'
                    """,
                    "analyze handling, case_clock, escalation, page, journal_entry, parked_event, directive, co_handling, evidence, information_request, compensation_offer, organisation_version");

    @Inject Jdbi jdbi;
    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Reconciler reconciler;

    private final Set<String> statements = new LinkedHashSet<>();

    @AfterEach
    void nobodyListens() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    @Test
    void what_recurs_reads_and_sorts_little() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        jdbi.setSqlLogger(new Listener());

        clock.add(Duration.ofMinutes(5));
        timer.fireDue();
        reconciler.look();
        story.accept().statusCode(200);
        story.noteSaying("looked into it").statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("compensation"))
                .then()
                .statusCode(200);
        story.does(
                        "chen.wei",
                        "handler",
                        "compensation",
                        Map.of("type", "CASH", "amount", 1, "currency", "CNY", "basis", "so"))
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("investigation"))
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("journal"))
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/handlings?status=ASSIGNED")
                .then()
                .statusCode(200);
        for (String list :
                List.of("MINE", "UNIT", "UNOWNED", "DUE", "OVERDUE", "WAITING", "CO_HANDLING")) {
            CaseStory.with("chen.wei", "handler", "hq")
                    .get("/api/v1/handlings?list=" + list)
                    .then()
                    .statusCode(200);
        }
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/handlings/counts")
                .then()
                .statusCode(200);
        story.as("wang.fang", "manager")
                .post(story.path("non-agreement/approval"))
                .then()
                .statusCode(409);
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/escalations?state=RUNNING")
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/organisation/versions?limit=1")
                .then()
                .statusCode(200);
        CaseStory.with("sun.hao", "admin", "hq")
                .header("If-Match", "*")
                .contentType("application/yaml")
                .body(DemoOrganisation.text().replace("18:00", "17:00").getBytes(UTF_8))
                .put("/api/v1/organisation?preview=true&reason=x")
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/duty/now?at=" + clock.instant().minusSeconds(1))
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/organisation/contact-sheet")
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .body(Map.of("caseNumber", story.number()))
                .post("/api/v1/previews/case")
                .then()
                .statusCode(200);
        CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .body(
                        CaseStory.with("wang.fang", "manager", "hq")
                                .get("/api/v1/organisation")
                                .asString())
                .post("/api/v1/previews/replay?limit=1")
                .then()
                .statusCode(200);
        story.acknowledgeByMail(story.lastPage(), story.escalationId());
        story.pageFailed(story.lastPage(), true);
        story.resolve().statusCode(200);
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);

        assertThat(statements)
                .hasSizeGreaterThan(15)
                .anyMatch(sql -> sql.contains("from parked_event"))
                .anyMatch(sql -> sql.contains("from clock_segment"))
                .anyMatch(sql -> sql.contains("select distinct coalesce(organisation"));
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(QueryPlansTest::fill);
            assertThat(statements).allSatisfy(sql -> assertThat(faults(sql)).as(sql).isEmpty());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Only for the transaction that looks at the plans: nobody has to delete the rows. */
    private static void fill(Handle handle) {
        handle.execute(PLAN);
        for (var statement : ROWS) {
            // Each as if new here: foreign keys are looked up as learned when the tables were
            // empty.
            handle.execute("discard plans");
            handle.execute(statement);
        }
    }

    private List<String> faults(String sql) {
        String plan =
                jdbi.withHandle(handle ->
                        String.join(
                                "\n",
                                handle.createQuery("select pg_temp.plan(:sql)")
                                        .bind("sql", "explain (generic_plan) " + sql)
                                        .mapTo(String.class)
                                        .list()));
        assertThat(plan).contains("cost=");
        List<String> faults = new ArrayList<>();
        if (SCAN.matcher(plan).find()) {
            faults.add(plan);
        }
        Matcher sort = SORT.matcher(plan);
        while (sort.find()) {
            if (Integer.parseInt(sort.group(1)) > SORTED_AT_MOST) {
                faults.add(plan);
            }
        }
        return faults;
    }

    /** Each value as the parameter that it is for the server. */
    private static String numbered(String sql) {
        int[] count = {0};
        return QUESTION_MARK.matcher(sql).replaceAll(_ -> "\\$" + ++count[0]);
    }

    /** Hears each statement as the server gets it. */
    private final class Listener implements SqlLogger {
        @Override
        public void logAfterExecution(StatementContext context) {
            String sql = numbered(context.getParsedSql().getSql());
            if (!Thread.currentThread().getName().equals(CaseFigures.LOOP)
                    && sql.strip().matches("(?is)(select|update|delete|with).*")
                    && !sql.contains("nextval")) {
                statements.add(sql);
            }
        }
    }
}
