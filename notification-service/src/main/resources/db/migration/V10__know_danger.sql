-- Whoever registered the case says that somebody is hurt or in danger: its mails find other words.
alter table cases add column danger boolean not null default false;
