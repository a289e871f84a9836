package org.redress.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.redress.local.Service;

/**
 * A million cases that only escalation's database knows, to measure beside; taken away again. None
 * of them is anybody's: nobody is paged or mailed about them.
 */
final class Million implements AutoCloseable {

    static final int CASES = 1_000_000;

    /** How the numbers of these cases begin. */
    static final String NUMBERS = "C-19000101-";

    /** Who handles them: nobody whom notification knows. */
    private static final String HANDLER = "bench";

    private static final String OURS = "case_number like '" + NUMBERS + "%'";

    private final Stand stand;
    private final Connection escalation;

    private Million(Stand stand) throws SQLException {
        this.stand = stand;
        this.escalation = Stand.connect(stand.platform().database(Service.ESCALATION.id()));
    }

    /** As many exercises that somebody works on, each with a clock that warns in years. */
    static Million armed(Stand stand) throws SQLException {
        var million = new Million(stand);
        stand.tell("%,d clocks are armed".formatted(CASES));
        million.fill("'TEST'", "'IN_PROGRESS'", "null", "'" + HANDLER + "'");
        million.execute(
                """
                insert into case_clock (id, case_id, case_number, mode, round, unit, clock, calendar, started_at,
                    warn_at, due_at, state, next_at)
                select gen_random_uuid(), case_id, case_number, mode, round, owner_unit, 'RESOLUTION', '24x7', opened_at,
                    opened_at + interval '3 years', opened_at + interval '4 years', 'RUNNING', opened_at + interval '3 years'
                from handling where %s
                """
                        .formatted(OURS));
        million.execute("vacuum analyze handling, case_clock");
        return million;
    }

    /**
     * As many of which one in twenty is open: a quarter of these is nobody's, a quarter resolved,
     * and a hundredth of the others is this person's; a third is late.
     */
    static Million at(Stand stand, String person) throws SQLException {
        var million = new Million(stand);
        stand.tell("%,d cases, one in twenty open".formatted(CASES));
        million.fill(
                "'REAL'",
                """
                case when n % 20 > 0 then 'CLOSED' when n % 80 = 20 then 'ASSIGNED'
                    when n % 80 = 40 then 'RESOLVED' else 'IN_PROGRESS' end
                """,
                "case when n % 20 > 0 then 'SATISFIED' end",
                "case when n %% 80 = 20 then null when n %% 2000 = 0 then '%s' else '%s' end"
                        .formatted(person, HANDLER));
        million.execute("vacuum analyze handling");
        return million;
    }

    private void fill(String mode, String status, String closedAs, String handler)
            throws SQLException {
        execute(
                """
                insert into handling (case_id, case_number, mode, status, closed_as, round, tier, owner_unit, handler,
                    responded, assessment_revision, case_class, category, severity, response_level, priority,
                    assessed_tier, assessed_unit, opened_at, changed_at, version, next_due_at, next_due_clock)
                select gen_random_uuid(), '%s' || n, %s, %s, %s, 1, 'T1', unit, %s,
                    true, 1, 'COMPLAINT', 'OTHER', 'LOW', 'NONE', 'P' || (1 + n / 20 %% 4),
                    'T1', unit, now() - interval '30 days', now(), 0,
                    now() + (n / 20 %% 720 - 240) * interval '1 hour', 'RESOLUTION'
                from generate_series(1000001, %d) n
                cross join lateral (select (array['hq/after-sales', 'hq/customer-service', 'hq/finance', 'hq/food-safety',
                    'hq/legal', 'hq/logistics', 'hq/outlets', 'hq/outlets/east', 'hq/outlets/west', 'hq/public-relations',
                    'hq/quality', 'hq/safety'])[1 + n / 20 %% 12] as unit) its
                """
                        .formatted(NUMBERS, mode, status, closedAs, handler, 1_000_000 + CASES));
    }

    /**
     * Lets so many clocks warn, evenly in the second that begins then, or all of them in its first
     * instant.
     */
    void warn(int clocks, Instant from, boolean atOnce) throws SQLException {
        try (var update =
                escalation.prepareStatement(
                        """
                        update case_clock c set warn_at = due.at, next_at = due.at
                        from (select id, cast(? as timestamptz)
                                  + (row_number() over () - 1) * ? * interval '1 microsecond' as at
                              from (select id from case_clock
                                  where %s and state = 'RUNNING' and next_at > now() + interval '1 year'
                                  limit ?) chosen) due
                        where c.id = due.id
                        """
                                .formatted(OURS))) {
            update.setTimestamp(1, Timestamp.from(from));
            update.setInt(2, atOnce ? 0 : 1_000_000 / clocks);
            update.setInt(3, clocks);
            if (update.executeUpdate() != clocks) {
                throw new IllegalStateException("There are no %d clocks left".formatted(clocks));
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = escalation.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        stand.tell("they are taken away");
        try (escalation) {
            execute("delete from case_clock where " + OURS);
            execute("delete from handling where " + OURS);
            execute("vacuum analyze handling, case_clock");
        }
        try (var notification =
                        Stand.connect(stand.platform().database(Service.NOTIFICATION.id()));
                var statement = notification.createStatement()) {
            statement.execute(
                    """
                    delete from attempt where message_id in (
                        select id from message where recipient_id = '%1$s' and purpose = 'STAFF_REMINDER');
                    delete from message where recipient_id = '%1$s' and purpose = 'STAFF_REMINDER'
                    """
                            .formatted(HANDLER));
        }
    }
}
