-- Who may see a case is asked for each list and each customer, of hundreds of thousands of cases. So each case
-- stands here once for every unit that sees it: the one that took it in, the one that owns it, and all above
-- them; with its status, by which lists are narrowed. Newest first is the order of the ids.
create table case_unit (
    unit    text not null,
    case_id uuid not null references customer_case,
    status  text not null,
    primary key (unit, case_id)
);
create index case_unit_by_status on case_unit (unit, status, case_id);
create index case_unit_by_case on case_unit (case_id);

-- Until they have a case, customers are seen by the unit that enrolled them. V8 left no row.
alter table customer add column unit text not null;
