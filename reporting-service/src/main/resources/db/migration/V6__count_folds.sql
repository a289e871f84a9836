-- A replica remembers the facts that it folded last and writes on what it remembers, without reading
-- first. The count tells it that another replica has folded meanwhile; publishing leaves it alone.
alter table case_fact add column folds bigint not null default 0;
