-- The reasons of an assessment may quote the customer: they are sealed like the report. What lists and
-- units need stands in columns. Nothing was released before this, so no row is carried over.
drop table live_assessment;

create table live_assessment (
    case_id    uuid  primary key,
    revision   int   not null,
    case_class text  not null,
    category   text  not null,
    severity   text  not null,
    owner_unit text  not null,
    assessment bytea not null
);
