-- How a case is to be settled, where a manager has to agree first (ES-27). The plan itself stands in the journal, sealed.
alter table handling add column plan text;

alter table handling add column plan_proposed_by text;

alter table handling add column plan_deviates boolean;
