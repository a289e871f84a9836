-- The organisation is one document, and each change of it makes the next version (ADR 14); the newest
-- holds. Rows are never changed: they are the record of who changed what, and why. The tables of V1 are
-- read once more, by the first start after this migration, and written by nobody any more.
create table organisation_version (
    version     bigint primary key,
    document    jsonb not null,
    in_force_at timestamptz not null,
    changed_by  text not null,
    reason      text not null,
    changes     jsonb not null
);

-- Which one held at an instant.
create index organisation_version_in_force on organisation_version (in_force_at desc, version desc);
