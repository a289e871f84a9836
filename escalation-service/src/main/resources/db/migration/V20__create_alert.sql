-- What goes wrong inside of the platform, and whom that was told: an alert covers one thing, so that
-- nobody is paged twice for it, and carries the policy that it began with.
create table alert (
    id              uuid primary key,
    kind            text not null,
    service         text not null,
    thing           text not null,
    reason          text not null,
    case_id         uuid,
    count           int not null,
    since           timestamptz not null,
    unit            text not null,
    policy          jsonb not null,
    state           text not null,
    repeat          int not null,
    step            int not null,
    holder          text not null,
    next_at         timestamptz,
    settled_at      timestamptz,
    acknowledged_by text,
    version         bigint not null
);

create index alert_due on alert (next_at) where next_at is not null;

-- The latest alert about a thing, and the list, newest first.
create index alert_thing on alert (kind, service, thing, since desc, id desc);
create index alert_newest on alert (since desc, id desc);

create table alert_page (
    alert_id       uuid not null references alert,
    position       int not null,
    page_id        uuid not null unique,
    repeat         int not null,
    step           int not null,
    role           text not null,
    holder         text not null,
    unit           text not null,
    person         text not null,
    paged_at       timestamptz not null,
    acknowledge_by timestamptz not null,
    failed         boolean not null,
    primary key (alert_id, position),
    unique (alert_id, repeat, person)
);

-- The oldest case that triage has not judged. Exercises of mode TEST reach nobody.
create index handling_unjudged on handling (opened_at)
    where assessment_revision is null and status = 'NEW' and mode <> 'TEST';
