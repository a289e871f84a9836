-- Since which version clocks are timed as by this one: most changes of the organisation are leave and duties, and
-- concern no clock. Unknown of those before: then since itself.
alter table organisation_version add column terms bigint;

-- Clocks that can still be put on other terms, those of the oldest version first (ADR 15).
create index case_clock_behind on case_clock (coalesce(organisation, 0), case_id)
    where stopped_at is null and state in ('RUNNING', 'WARNED');
