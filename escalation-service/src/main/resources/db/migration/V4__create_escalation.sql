-- A running escalation carries the policy that it began with, so that later edits don't change it.
create table escalation (
    id              uuid primary key,
    case_id         uuid not null,
    case_number     text not null,
    mode            text not null,
    round           int not null,
    unit            text not null,
    case_class      text not null,
    category        text not null,
    severity        text not null,
    response_level  text not null,
    trigger         text not null,
    clock           text,
    policy          jsonb not null,
    state           text not null,
    repeat          int not null,
    step            int not null,
    holder          text not null,
    raised_at       timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    acknowledged_via text,
    ended_at        timestamptz,
    next_at         timestamptz,
    version         bigint not null
);

create index escalation_due on escalation (next_at) where next_at is not null;

create index escalation_case on escalation (case_id);

create index escalation_newest on escalation (raised_at desc, id desc);

-- Two causes at once still raise one escalation.
create unique index escalation_one_running on escalation (case_id) where state = 'RUNNING';

-- Who was paged. The key keeps a person from being paged twice in one go through the steps, even by
-- two replicas.
create table page (
    escalation_id  uuid not null references escalation,
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
    primary key (escalation_id, position),
    unique (escalation_id, repeat, person)
);
