-- The list of what waits for the customer has the cases with a clock that is paused for them too: kept on the case's
-- row like what is due next.
alter table handling add column waits_for_customer boolean not null default false;

update handling set waits_for_customer = true
where exists (select from case_clock c where c.case_id = handling.case_id and c.waits_for = 'CUSTOMER' and c.stopped_at is null);

create index handling_waiting on handling
    (owner_unit collate "C", coalesce(priority, 'P0'), next_due_at, case_id, mode)
    where status <> 'CLOSED' and (status = 'RESOLVED' or waits_for_customer);
