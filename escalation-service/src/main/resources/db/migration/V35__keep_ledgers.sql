-- A clock that waited, was extended or was re-based is a ledger (ADR 15): its segments, the first of which began
-- with the clock; each lasts until the next begins. A clock that just runs has none, so that a million of them
-- cost nothing more.
create table clock_segment (
    clock_id     uuid not null references case_clock (id),
    position     int not null,
    kind         text not null,
    from_at      timestamptz not null,
    cause        text not null,
    budget       bigint not null,
    calendar     text not null,
    organisation bigint not null,
    actor_kind   text not null,
    actor        text not null,
    primary key (clock_id, position)
);

-- Which version of the organisation the budget and the calendar are of, and what a paused clock waits for. Its
-- state stays what it was, so that the release before goes on reading the row; next_at keeps it from firing.
alter table case_clock
    add column organisation bigint,
    add column waits_for text;
