-- A call ends when somebody takes it (taken_escalations), or when what it was about is over. Whoever was
-- called hears so, quietly, and the page behind the link shows the case as it is.
create table settled_escalations (
    escalation_id text primary key,
    outcome       text        not null,
    person_id     text,
    settled_at    timestamptz not null
);

-- How rounds of cases ended, by whichever event says so first: intake tells a withdrawal, escalation the
-- rest, on topics of their own.
create table case_ends (
    case_id   uuid        not null,
    round     int         not null,
    outcome   text        not null,
    person_id text,
    ended_at  timestamptz not null,
    primary key (case_id, round, outcome)
);

-- What a quiet mail tells, and the mails whose thread it belongs to.
alter table messages add column news jsonb;

create index messages_unsent_of_case on messages (case_id)
    where state in ('WAITING', 'QUEUED', 'SENDING');
