-- V10 takes the words out of the events that are parked while it runs. They go here first, for the service
-- to seal at its next start: what was accepted is not lost. Where V10 has been before, nothing is left.
alter table parked_event add column words_in_clear text;

update parked_event set words_in_clear = coalesce(event ->> 'note', event ->> 'reason');

create index parked_event_in_clear on parked_event (id) where words_in_clear is not null;
