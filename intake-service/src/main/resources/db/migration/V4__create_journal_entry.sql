-- What happened to a case after its registration, append only (IN-29). The entry is sealed with the
-- customer's key; the id sorts by time.
create table journal_entry (
    id      uuid  primary key,
    case_id uuid  not null references customer_case,
    entry   bytea not null
);
create index journal_entry_by_case on journal_entry (case_id, id);
