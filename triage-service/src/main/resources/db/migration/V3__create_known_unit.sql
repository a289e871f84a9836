-- Which units there are, so that no case is judged to be of one that is not (ADR 14). What is gone stays as
-- one that is not active: an older snapshot that comes again does not bring it back.
create table known_unit (
    path      text    primary key,
    active    boolean not null,
    reception boolean not null,
    version   bigint  not null
);
