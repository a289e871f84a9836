-- A mail to one person. dedup_key makes the same cause, heard twice, the same message.
create table messages (
    id              uuid primary key,
    dedup_key       text        not null unique,
    purpose         text        not null,
    state           text        not null default 'WAITING',
    state_reason    text,
    mode            text        not null,
    org_unit        text,
    case_id         uuid        not null,
    case_number     text        not null,
    round           int         not null,
    recipient_kind  text        not null,
    recipient_id    text,
    page            jsonb,
    escalation_id   text,
    sealed          bytea,
    attempts        int         not null default 0,
    created_at      timestamptz not null,
    queued_at       timestamptz,
    due_at          timestamptz,
    claimed_until   timestamptz,
    finished_at     timestamptz,
    acknowledged_at timestamptz
);

-- The sender looks at these three again and again: each stays as small as the work that is left.
create index messages_waiting on messages (case_id) where state = 'WAITING';
create index messages_due on messages (due_at) where state = 'QUEUED';
create index messages_claimed on messages (claimed_until) where state = 'SENDING';

create index messages_of_case on messages (case_number, id);
create index messages_of_escalation on messages (escalation_id) where escalation_id is not null;

create table attempts (
    message_id  uuid        not null references messages,
    attempt     int         not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text,
    detail      text,
    primary key (message_id, attempt)
);

-- Escalations that somebody has taken: their pages, also those yet to come, are not mailed.
create table taken_escalations (
    escalation_id text primary key,
    person_id     text        not null,
    via           text        not null,
    taken_at      timestamptz not null
);
