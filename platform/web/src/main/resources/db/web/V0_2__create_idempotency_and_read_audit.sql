create schema if not exists web;

-- The answer to a creating request, written in the request's own transaction: a repeated key gets
-- this answer instead of a second effect.
create table web.idempotent_answer (
    scope        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       int         not null,
    headers      text        not null,
    body         text,
    answered_at  timestamptz not null default clock_timestamp(),
    primary key (scope, key)
);
create index idempotent_answer_by_age on web.idempotent_answer (answered_at);

-- Who read whose personal data, and when. Ids only; append only.
create table web.read_audit (
    id           bigint generated always as identity primary key,
    read_at      timestamptz not null default clock_timestamp(),
    person_id    text        not null,
    roles        text        not null,
    subject_kind text        not null,
    subject_id   text        not null
);
create index read_audit_by_subject on web.read_audit (subject_kind, subject_id);
