-- By which version of the organisation the latest page found its person; unknown of those before it.
alter table escalation add column organisation bigint;
