-- What people of staff are called today, in which language they are written to, and whether they are here, as
-- the organisation tells it (ADR 14); where they are reached stays in staff. Who is gone stays as one who is
-- not active: cases name them, and an older snapshot that comes again does not bring them back.
create table known_person (
    person_id text    primary key,
    name_zh   text    not null,
    name_en   text    not null,
    language  text,
    first_day date,
    last_day  date,
    active    boolean not null,
    version   bigint  not null
);
