-- How a case came and the unit in which it happened, for the rules that ask; unknown of a case of before.
alter table handling
    add column channel text,
    add column incident_unit text;
