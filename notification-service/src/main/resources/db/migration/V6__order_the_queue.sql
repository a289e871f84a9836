-- Pages before news to staff before customers. The index gives the next mails in that order: however
-- many wait, a claim reads only those that it takes.
alter table messages add column priority smallint;
update messages set priority = case when purpose = 'ESCALATION_PAGE' then 0 else 2 end;
alter table messages alter column priority set not null;

create index messages_queue on messages (priority, due_at) where state = 'QUEUED';
create index messages_waiting_since on messages (created_at) where state = 'WAITING';
