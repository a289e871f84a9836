-- Every event of every case, in the words that reporting reads of it: codes, ids and instants, no
-- free text and no contact points. The event's id makes a repetition harmless.
create table timeline_event (
    event_id     text  not null,
    case_id      uuid  not null,
    type         text  not null,
    mode         text  not null,
    causation_id text,
    about        jsonb not null,
    what         jsonb not null,
    primary key (case_id, event_id)
);
