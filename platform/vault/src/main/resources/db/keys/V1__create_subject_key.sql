-- One key per subject, wrapped by a master key that no database holds. A row without a key is a
-- destroyed subject: it stays, so that an event which comes late cannot make a key anew (ADR 8).
create table subject_key (
    subject uuid primary key,
    wrapped bytea,
    master_key text,
    created_at timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null)),
    check ((wrapped is null) = (master_key is null))
);

-- Rotation looks for what an earlier master key has wrapped.
create index subject_key_by_master_key on subject_key (master_key) where wrapped is not null;

-- A text of ours sealed by each master key at its first use: another key under a known id is
-- noticed when a service starts, and not when nothing can be read any more.
create table master_key_proof (
    master_key text primary key,
    proof bytea not null
);
