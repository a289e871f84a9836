-- What mails need to say about a case. The story (subject, excerpt, place, product) is free text
-- and sealed under the case's own key.
create table cases (
    case_id     uuid primary key,
    case_number text  not null,
    customer_id text  not null,
    language    text  not null,
    sealed      bytea,
    timetable   jsonb not null
);

create index cases_of_customer on cases (customer_id);

-- Triage and intake write to different topics: either may be first, so neither refers to the other.
create table assessments (
    case_id    uuid primary key,
    revision   int  not null,
    case_class text not null,
    owner_unit text not null,
    reasons    jsonb not null,
    signals    jsonb not null
);
