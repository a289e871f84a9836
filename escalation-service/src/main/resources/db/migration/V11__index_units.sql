-- Who may see one small unit finds its few rows among very many; who may see all goes by time.
create index handling_unit on handling (owner_unit collate "C");

create index escalation_unit on escalation (unit collate "C");
