-- Remembered answers hold people's words: they lie sealed under the subject's key
-- (ADR 8). What the former table holds in clear is worth a day at most, and goes.
drop table web.idempotent_answer;

create table web.remembered_answer (
    key         bytea       primary key,   -- digest of caller, address and Idempotency-Key
    request     bytea,                     -- digest of the request's body, sealed
    status      int         not null,
    headers     text        not null,
    subject     uuid,                      -- whom the answer is about
    body        bytea,                     -- sealed; none where the answer is about nobody
    answered_at timestamptz not null default clock_timestamp()
);
create index remembered_answer_by_age on web.remembered_answer (answered_at);
