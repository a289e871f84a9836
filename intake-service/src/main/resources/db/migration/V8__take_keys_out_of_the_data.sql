-- The keys lay in the rows that they protect, so a backup could open what an erasure had destroyed. They lie
-- in a database of their own now (ADR 8), and what the old keys sealed opens nowhere. No version was released
-- that kept them so; a database that still holds some is refused rather than emptied.
do $$
begin
    if exists (select from customer) then
        raise exception 'This database keeps the keys of customers beside their data, as no released version did.'
            using hint = 'Start with an empty one: ./redress up --fresh';
    end if;
end
$$;

alter table customer
    drop column wrapped_key,
    add constraint customer_has_a_card_until_erased check ((erased_at is null) = (card is not null));

-- What comes late for an erased customer can't be sealed any more.
alter table customer_case   alter column report     drop not null;
alter table journal_entry   alter column entry      drop not null;
alter table live_assessment alter column assessment drop not null;

-- At each start the keys of who was erased are destroyed again: a backup of them may have been restored.
create index customer_erased on customer (id) where erased_at is not null;
