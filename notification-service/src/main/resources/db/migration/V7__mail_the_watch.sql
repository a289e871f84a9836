-- A page to who holds the watch is about the platform itself and perhaps about no case at all.
alter table messages
    alter column case_id drop not null,
    alter column case_number drop not null,
    alter column round drop not null,
    add column alert jsonb;
