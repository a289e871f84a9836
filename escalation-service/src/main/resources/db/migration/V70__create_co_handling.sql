-- What the lead of a case asks another unit for (ES-02, ES-40). The words stand in the journal, sealed.
create table co_handling (
    co_handling_id uuid primary key,
    case_id        uuid not null,
    unit           text not null,
    state          text not null,
    priority       text,
    requested_by   text not null,
    requested_at   timestamptz not null,
    due_at         timestamptz not null default '2100-01-01T00:00:00Z',
    received_by    text,
    received_at    timestamptz,
    answered_by    text,
    answered_at    timestamptz,
    returned       boolean not null default false,
    ended_at       timestamptz
);

create index co_handling_case on co_handling (case_id, co_handling_id);

-- Of each unit in the order of work: what it has to answer.
create index co_handling_owed on co_handling (unit collate "C", coalesce(priority, 'P0'), due_at, case_id)
    where state in ('REQUESTED', 'RECEIVED', 'RETURNED');

-- The units that are asked, or whose answer the lead has not accepted yet, apart by spaces: they see the case, and it
-- is not resolved.
alter table handling add column asked text not null default '';
