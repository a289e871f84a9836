-- What organisation.yaml said at first start. From then on these tables hold, not the file.
create table organisation (
    only_one  boolean primary key default true check (only_one),
    reception text not null,
    loaded_at timestamptz not null
);

create table unit (
    path     text primary key,
    name_zh  text not null,
    name_en  text not null
);

create table person (
    id       text primary key,
    name_zh  text not null,
    name_en  text not null,
    unit     text not null references unit
);

create table duty (
    role     text not null,
    unit     text not null references unit,
    a_holder text not null references person,
    b_holder text references person,
    primary key (role, unit)
);

create table working_calendar (
    name       text primary key,
    definition jsonb not null
);

-- The first rule that fits holds, hence the position.
create table clock_rule (
    position   int primary key,
    definition jsonb not null
);

-- A changed policy is a new version; running escalations carry the one that they began with.
create table escalation_policy (
    id         text not null,
    version    int not null,
    position   int not null,
    definition jsonb not null,
    primary key (id, version)
);
