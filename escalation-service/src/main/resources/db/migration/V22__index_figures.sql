-- What the metrics count is counted from indexes that hold little else. None of them is as large as its table: most
-- cases are closed, and few promises press.
create index handling_open on handling (case_id) where status <> 'CLOSED' and mode = 'REAL';

create index case_clock_pressing on case_clock (state, case_id)
    where state in ('WARNED', 'BREACHED') and stopped_at is null and mode = 'REAL';

create index escalation_unanswered on escalation (state)
    where state in ('RUNNING', 'EXHAUSTED') and mode = 'REAL';

create index alert_exhausted on alert (settled_at) where state = 'EXHAUSTED';
