-- Shifts change while the service runs, by whatever door. Each change makes a new version, by which
-- every replica sees within seconds that it has to read anew.
alter table organisation add column version bigint not null default 1;

create function count_change_of_organisation() returns trigger language plpgsql as $$
begin
    update organisation set version = version + 1;
    return null;
end $$;

create trigger changed after update of reception on organisation
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on unit
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on person
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on duty
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on working_calendar
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on clock_rule
    for each statement execute function count_change_of_organisation();

create trigger changed after insert or update or delete or truncate on escalation_policy
    for each statement execute function count_change_of_organisation();
