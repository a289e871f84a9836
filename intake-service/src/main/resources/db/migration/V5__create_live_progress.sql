-- How cases stand elsewhere, projected from events. No foreign keys: an event may tell of a case that
-- is not known here, and then its row is simply never read.
create table live_handling (
    case_id     uuid        primary key,
    round       int         not null,
    recorded_at timestamptz not null,
    status      text        not null,
    closed_as   text,
    tier        text,
    owner_unit  text,
    handler     text,
    resolution  bytea
);
create index live_handling_by_status on live_handling (status, case_id);

create table live_assessment (
    case_id    uuid  primary key,
    revision   int   not null,
    assessment jsonb not null
);

create table live_clock (
    clock_id    uuid        primary key,
    case_id     uuid        not null,
    round       int         not null,
    clock       text        not null,
    recorded_at timestamptz not null,
    due_at      timestamptz not null,
    met_at      timestamptz
);
create index live_clock_by_case on live_clock (case_id);

create table live_delivery (
    message_id  uuid        primary key,
    case_id     uuid        not null,
    recorded_at timestamptz not null,
    purpose     text        not null,
    channel     text        not null,
    state       text        not null,
    attempt     int         not null,
    at          timestamptz not null
);
create index live_delivery_by_case on live_delivery (case_id);
