-- One row per case, also of a case whose registration has not come yet: the fold of its events, and
-- how often its fact was published. The number stands beside the fold for people to look it up by.
create table case_fact (
    case_id     uuid   primary key,
    case_number text,
    version     bigint not null default 0,
    fold        jsonb
);
create index case_fact_by_number on case_fact (case_number);
