-- Why somebody read, in their own words, sealed; and an index that pages through one subject's
-- reads, the newest first, without looking at anybody else's.
alter table web.read_audit add column reason bytea;
alter table web.read_audit add column sealed_under uuid;

drop index web.read_audit_by_subject;
create index read_audit_by_subject on web.read_audit (subject_kind, subject_id, id);
