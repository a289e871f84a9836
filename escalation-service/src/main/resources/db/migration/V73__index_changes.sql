-- What has changed in the last seconds, for those who look at lists.
create index handling_changed on handling (changed_at);
