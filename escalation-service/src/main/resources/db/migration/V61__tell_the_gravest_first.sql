-- Of the escalations that are due, CRITICAL ones are told before HIGH ones, and so on (ADR 19).
create index escalation_due_gravest on escalation (severity, next_at) where next_at is not null;
