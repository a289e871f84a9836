-- The report holds everything that the agent wrote down, sealed with the customer's key: any of it may
-- tell who they are. Only what is never personal stands in columns of its own.
create table customer_case (
    id                    uuid        primary key,
    number                text        not null unique,
    customer_id           uuid        not null references customer,
    mode                  text        not null,
    channel               text        not null,
    unit                  text        not null,
    registered_by         text        not null,
    registered_at         timestamptz not null,
    report                bytea       not null,
    timetable             jsonb       not null,
    satisfaction_round    int         not null,
    satisfaction_attempts int         not null,
    satisfaction_outcome  text,
    withdrawn_at          timestamptz,
    version               bigint      not null
);

-- A customer's cases, newest first (the id sorts by time).
create index customer_case_by_customer on customer_case (customer_id, id);
