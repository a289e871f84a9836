create table staff (
    person_id text primary key,
    name      text not null,
    language  text not null,
    email     text not null
);

-- One key per subject (customer or case), wrapped by the master key. A row without a key is a
-- subject that was erased: the row stays so that no new key is ever made for it.
create table vault_keys (
    subject text primary key,
    wrapped bytea
);

-- Without sealed contact the customer is erased.
create table customers (
    customer_id text primary key,
    sealed      bytea
);
