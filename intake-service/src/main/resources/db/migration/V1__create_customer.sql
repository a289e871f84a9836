-- A customer's contact card is sealed with a key of their own, which the master key wraps. Erasure
-- sets both to null: what their key sealed elsewhere can then never be read again, backups included.
create table customer (
    id          uuid        primary key,
    wrapped_key bytea,
    card        bytea,
    language    text        not null,
    tier        text        not null,
    created_at  timestamptz not null,
    erased_at   timestamptz,
    version     bigint      not null,
    check ((wrapped_key is null) = (card is null))
);
