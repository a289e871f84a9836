-- The outbox and the inbox live beside the service's own tables, in one database and so in one
-- transaction with them, but in a schema of their own: they are technique, not domain.
create schema if not exists messaging;

-- Rows wait here until the relay has them acknowledged by Kafka; seq is the order per key.
create table messaging.outbox (
    seq        bigint generated always as identity primary key,
    event_id   text        not null,
    topic      text        not null,
    key        text        not null,
    headers    text        not null,
    payload    bytea,
    created_at timestamptz not null default clock_timestamp()
);

-- Rows that Kafka refuses for good (too large, say). Kept, counted and shown, never dropped.
create table messaging.outbox_parked (
    like messaging.outbox,
    reason    text        not null,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (seq)
);

-- An event that has had its effect here. Kept longer than any topic keeps the event itself.
create table messaging.inbox (
    event_id    text        not null,
    source      text        not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (event_id, source)
);
create index inbox_by_age on messaging.inbox (received_at);
