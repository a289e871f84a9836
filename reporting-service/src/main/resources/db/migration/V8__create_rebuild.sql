-- What operators asked to be rebuilt from timeline_event, and how far that has come: whoever is killed
-- leaves nothing half done, and the next goes on behind the last case, and then behind the last day.
create table rebuild (
    id                bigint      generated always as identity primary key,
    everything        boolean     not null,
    asked_at          timestamptz not null default clock_timestamp(),
    after_case        uuid        not null default '00000000-0000-0000-0000-000000000000',
    after_day         date,
    ended_at          timestamptz,
    cases             bigint      not null default 0,
    facts_published   bigint      not null default 0,
    metrics_published bigint      not null default 0,
    without_events    bigint      not null default 0,
    unreadable        bigint      not null default 0
);
