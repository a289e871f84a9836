-- What somebody above wants settled in time (ES-44). What they wrote and were answered stands in the journal, sealed.
create table directive (
    directive_id uuid primary key,
    case_id      uuid not null,
    kind         text not null,
    unit         text not null,
    issued_by    text not null,
    issued_at    timestamptz not null,
    due_at       timestamptz not null,
    received_by  text,
    received_at  timestamptz,
    answered_by  text,
    answered_at  timestamptz
);

create index directive_case on directive (case_id, directive_id);

create index directive_unanswered on directive (unit collate "C", due_at) where answered_at is null;
