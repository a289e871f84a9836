-- The words of customers and staff rest under the case's key, so that an erasure reaches them. What was
-- written before is sealed by the service at its next start; the partial index finds it and then is empty.
alter table journal_entry add column sealed bytea;

alter table journal_entry add column unit text;

update journal_entry set unit = text, text = null where activity = 'ASSIGNED';

create index journal_entry_in_clear on journal_entry (seq) where text is not null;

-- A parked event waits moments: what customer and staff said with it rests apart from it, sealed.
alter table parked_event add column words bytea;

update parked_event set event = event - 'note' - 'reason';
