-- Cases that their unit has given back, until a person judges them anew. Why and by whom rests sealed under the key of
-- the case.
create table returned_case (
    case_id  uuid  primary key references case_file,
    returned bytea not null
);
