-- Events that came before what they speak of: order holds only within one topic. They wait here until
-- the case is registered, or resolved in that round, and are then applied in the order of arrival,
-- which is that of their ids (UUIDv7).
create table parked_event (
    id        uuid primary key,
    case_id   uuid not null,
    awaits    text not null,
    round     int not null,
    type      text not null,
    event     jsonb not null,
    parked_at timestamptz not null,
    -- later than now for one that could not be applied, so that it doesn't hold up the others
    retry_at  timestamptz not null
);

create index parked_event_case on parked_event (case_id);
