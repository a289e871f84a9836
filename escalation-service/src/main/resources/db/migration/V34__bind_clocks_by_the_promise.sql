-- What the customer was told binds the clocks of the first round (ADR 15). A case or a clock of before has
-- no promise here, and is due by its rule as it was.
alter table handling
    add column first_response_promised_at timestamptz,
    add column resolution_promised_at timestamptz;

-- due_at stays what the clock is due by: the rule, or what was promised if that is sooner. The budget is in
-- seconds of the calendar; with the share after which it warns a clock can be set anew without losing what
-- has run.
alter table case_clock
    add column promised_at timestamptz,
    add column budget bigint,
    add column warn_after double precision not null default 0.8;
