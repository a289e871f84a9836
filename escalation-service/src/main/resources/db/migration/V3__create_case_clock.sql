-- Promises that run. next_at is the instant at which something is to be told (warning or breach) and
-- null as soon as there is nothing left to tell, which keeps the index of the due ones small.
create table case_clock (
    id          uuid primary key,
    case_id     uuid not null,
    case_number text not null,
    mode        text not null,
    round       int not null,
    unit        text not null,
    clock       text not null,
    calendar    text not null,
    started_at  timestamptz not null,
    warn_at     timestamptz not null,
    due_at      timestamptz not null,
    state       text not null,
    stopped_at  timestamptz,
    next_at     timestamptz
);

create index case_clock_due on case_clock (next_at) where next_at is not null;

create index case_clock_case on case_clock (case_id);

-- A promise of a name is made once at a time, whoever asks.
create unique index case_clock_one_open on case_clock (case_id, clock) where stopped_at is null;
