-- What would never be told, because it stands nowhere in the timer's way. There should be no such rows: these indexes are
-- empty and cost nothing, and the reconciler looks into them every minute.
create index case_clock_lost on case_clock (id)
    where stopped_at is null and waits_for is null and state in ('RUNNING', 'WARNED')
      and (next_at is null or next_at - due_at > interval '1 hour');

create index escalation_lost on escalation (id) where state = 'RUNNING' and next_at is null;

create index alert_lost on alert (id) where state = 'RUNNING' and next_at is null;

-- How the delivery of a page ended (SENT, FAILED, NOT_NEEDED), and since when a word of it is awaited if not since it was
-- paged. Of pages from before, nobody knows.
alter table page add column delivery text default 'UNKNOWN';
alter table page alter column delivery drop default;
alter table page add column awaited_from timestamptz;

create index page_awaited on page (coalesce(awaited_from, paged_at)) where delivery is null;
