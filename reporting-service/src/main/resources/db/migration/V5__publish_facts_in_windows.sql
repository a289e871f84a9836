-- A case of a few seconds changed its fact eight times and was published as often. A changed fact
-- waits now until its window ends, and is published once for all that happened in it. It stands in
-- the index only while it waits.
alter table case_fact
    add column publish_at timestamptz,
    add column reads_anew boolean not null default false;
create index case_fact_to_publish on case_fact (publish_at) where publish_at is not null;
