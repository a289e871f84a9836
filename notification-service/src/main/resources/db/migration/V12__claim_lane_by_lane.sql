-- Each lane of the queue is claimed by itself, in the order of messages_queue and only as far as it is due:
-- a million messages that wait for later are not even read. The same index answers what is due next, so the
-- one without lanes goes.
drop index messages_due;

-- How much is not out, and since when: read from this index alone, oldest first, and only so far.
create index messages_unsent on messages (priority, created_at) where state in ('QUEUED', 'SENDING');
