-- What the work lists are ordered by stands on the case's row: the instant that is due next and its clock, kept in the
-- transaction that changes a clock. A case with nothing due comes after all that have.
alter table handling add column next_due_at timestamptz not null default '2100-01-01T00:00:00Z';

alter table handling add column next_due_clock text;

update handling set next_due_at = next.due_at, next_due_clock = next.clock
from (select distinct on (case_id) case_id, due_at, clock from case_clock where stopped_at is null order by case_id, due_at) next
where next.case_id = handling.case_id;

-- Of each unit in the order of work; what nobody has judged comes first. With state and mode, counts need no row.
create index handling_work on handling
    (owner_unit collate "C", coalesce(priority, 'P0'), next_due_at, case_id, status, mode)
    where status <> 'CLOSED';

create index handling_mine on handling
    (handler, owner_unit collate "C", coalesce(priority, 'P0'), next_due_at, case_id)
    where status = 'IN_PROGRESS';
