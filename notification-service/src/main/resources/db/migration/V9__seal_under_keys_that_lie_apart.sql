-- Keys lie in a database of their own now, under another master key (ADR 8), and what was sealed under the
-- keys of this database opens nowhere. No version was released that kept them so; a database that still holds
-- some is refused rather than emptied.
do $$
begin
    if exists (select from vault_keys) then
        raise exception 'This database keeps keys beside what they protect, as no released version did.'
            using hint = 'Start with an empty one: ./redress up --fresh';
    end if;
end
$$;

alter table customers add column erased boolean not null default false;
drop table vault_keys;

-- Reasons and signals quote the customer.
alter table assessments
    drop column reasons,
    drop column signals,
    add column sealed bytea;
