-- What triage knows of a case, to judge it again when it is corrected. Facts hold the customer's
-- text; nobody else reads this database. revision names the present judgement.
create table case_file (
    case_id       uuid        primary key,
    case_number   text        not null unique,
    mode          text        not null,
    round         int         not null,
    unit          text        not null,
    facts         jsonb       not null,
    revision      int         not null default 0,
    registered_at timestamptz not null default clock_timestamp()
);

-- Every judgement of every case: rows are added and never changed. What is searched for stands in
-- columns beside the whole.
create table assessment (
    case_id      uuid        not null references case_file,
    revision     int         not null check (revision > 0),
    owner_unit   text        not null,
    severity     text        not null,
    needs_review boolean     not null,
    assessed_at  timestamptz not null,
    content      jsonb       not null,
    primary key (case_id, revision)
);
create index assessment_for_review on assessment (assessed_at, case_id) where needs_review;

-- Corrections that came before their case, because its registration lies with the dead letters.
create table parked_correction (
    seq        bigint generated always as identity primary key,
    case_id    uuid        not null,
    correction jsonb       not null,
    parked_at  timestamptz not null default clock_timestamp()
);
create index parked_correction_of_case on parked_correction (case_id);
