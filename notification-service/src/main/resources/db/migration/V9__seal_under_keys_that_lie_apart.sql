-- Keys lie in a database of their own now, under another master key (ADR 8): what was sealed under
-- the keys of this database is dropped, and so are they. That an erased customer is erased stays.
alter table customers add column erased boolean not null default false;
update customers set erased = true where sealed is null;
update customers set sealed = null;
update cases set sealed = null;
update messages set sealed = null;
drop table vault_keys;

-- Reasons and signals quote the customer.
alter table assessments
    drop column reasons,
    drop column signals,
    add column sealed bytea;
