-- When a person was called last, and which bundle of further calls is open: nobody but for CRITICAL cases is called more
-- than once a minute (ADR 19). Who adds a page, and who takes a bundle, holds the row.
create table pager (
    person_id text not null,
    mode      text not null,
    called_at timestamptz not null default '1970-01-01T00:00:00Z',
    bundle_id uuid,
    primary key (person_id, mode)
);

-- The mail in which a page goes out together with others; until then the page is BUNDLED.
alter table message add column bundle_id uuid;

create index message_of_bundle on message (bundle_id) where bundle_id is not null;

create index message_open_of_case on message (case_id) where state in ('WAITING', 'QUEUED', 'BUNDLED', 'SENDING');
