-- A mail goes out on another thread, perhaps after a restart: what it publishes must still say which
-- event caused it, and belong to the same trace.
alter table messages
    add column cause_id    text,
    add column traceparent text;
