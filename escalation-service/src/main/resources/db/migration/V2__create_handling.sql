-- The status of a case: this table is the only place where it is decided.
create table handling (
    case_id             uuid primary key,
    case_number         text not null unique,
    mode                text not null,
    status              text not null,
    closed_as           text,
    round               int not null,
    tier                text not null,
    owner_unit          text not null,
    handler             text,
    responded           boolean not null,
    assessment_revision int,
    case_class          text,
    category            text,
    severity            text,
    response_level      text,
    priority            text,
    assessed_tier       text,
    assessed_unit       text,
    opened_at           timestamptz not null,
    changed_at          timestamptz not null,
    version             bigint not null
);

-- The list of a unit's work, newest first, page by page.
create index handling_newest on handling (opened_at desc, case_id desc);

-- What was done, in the words of those who did it.
create table journal_entry (
    seq      bigint generated always as identity primary key,
    case_id  uuid not null,
    round    int not null,
    at       timestamptz not null,
    activity text not null,
    actor    text not null,
    text     text
);

create index journal_entry_case on journal_entry (case_id, seq);
