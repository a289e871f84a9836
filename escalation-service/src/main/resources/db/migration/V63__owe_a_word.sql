-- An acknowledgment may owe more than a word (ES-06): when somebody will be there, that they are, whether they still have it.
alter table escalation add column owed text;

alter table escalation add column eta timestamptz;

alter table escalation add column arrived_at timestamptz;
