-- Parked events are looked at when their time has come, each after a longer rest, instead of all of
-- them every second.
create index parked_event_due on parked_event (retry_at);

create index parked_event_oldest on parked_event (parked_at);
