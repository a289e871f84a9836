-- A parked event keeps the words of customers for as long as nobody looks after it: it is sealed under
-- the key of this subject, so that an erasure reaches it. Null: parked before, in clear text.
alter table messaging.outbox_parked add column sealed_for uuid;

-- Inbox ids are now kept for a hundred days and forgotten in small steps along inbox_by_age; a table
-- that only grows at one end and shrinks at the other wants to be cleaned more often than by default.
alter table messaging.inbox set (autovacuum_vacuum_scale_factor = 0.02);
