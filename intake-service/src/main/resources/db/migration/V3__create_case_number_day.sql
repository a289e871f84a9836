-- Blocks of case numbers are taken from here, each in a short transaction of its own, so that no
-- registration waits for another one's commit. Gaps are allowed.
create table case_number_day (
    day           date   primary key,
    next_sequence bigint not null
);
