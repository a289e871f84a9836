-- Why an escalation ended: everybody who was paged is told.
alter table escalation add column ended_as text;

-- A customer may come back for some time after the closure. What was closed before this was written
-- down counts from its last change, which was the closure.
alter table handling add column closed_at timestamptz;

update handling set closed_at = changed_at where status = 'CLOSED';

-- Every published event carries a number that grows with each event of its case, whichever replica
-- writes it; whoever publishes for a case holds its row, so that one sequence serves all cases.
create sequence telling;
