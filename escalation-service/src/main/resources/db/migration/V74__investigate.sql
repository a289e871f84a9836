-- What was found out of a case (IN-22, TR-22, TR-23); it decides how the case may end.
alter table handling add column truth text;

alter table handling add column demand text;

alter table handling add column liability text;

-- What was found, and where it is kept (ES-43). What people write of it rests sealed under the case's key.
create table evidence (
    evidence_id uuid primary key,
    case_id     uuid not null,
    kind        text not null,
    digest      text,
    added_by    text not null,
    added_at    timestamptz not null,
    what        bytea,
    kept        bytea
);

create index evidence_case on evidence (case_id, evidence_id);

-- What somebody has to tell before the case goes on, and the clock that waits for it.
create table information_request (
    request_id  uuid primary key,
    case_id     uuid not null,
    unit        text,
    asked_by    text not null,
    asked_at    timestamptz not null,
    due_at      timestamptz not null,
    paused      uuid,
    answered_by text,
    answered_at timestamptz,
    question    bytea,
    answer      bytea
);

create index information_request_case on information_request (case_id, request_id);
