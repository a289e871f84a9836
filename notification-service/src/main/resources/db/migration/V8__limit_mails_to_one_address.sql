-- Who is sent how many mails: the mark is a keyed digest of the address, which itself is not here.
alter table messages
    add column address_mark bytea,
    add column marked_at timestamptz;
create index messages_by_mark on messages (address_mark, marked_at) where address_mark is not null;
