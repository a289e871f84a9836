create table effect (
    seq  bigint generated always as identity primary key,
    key  text not null,
    name text not null
);
