-- Several clocks of one name run beside each other where each is of something else: UNIT_ANSWER of each unit that
-- has a part in the case. A clock that a case has once has no reference.
alter table case_clock add column reference text;

create unique index case_clock_one_open_each on case_clock (case_id, clock, coalesce(reference, ''))
    where stopped_at is null;

drop index case_clock_one_open;
