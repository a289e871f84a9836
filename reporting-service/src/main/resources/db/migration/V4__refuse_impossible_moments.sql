-- A moment of the year 9999 or 1000000000 was believed, and the timeline of its case could not be
-- told any more. Such events are refused now; what came in before goes.
delete from timeline_event
where about ->> 'occurredAt' !~ '^(20\d\d|2100)-'
   or about ->> 'recordedAt' !~ '^(20\d\d|2100)-'
   or what ->> 'dueAt' !~ '^(20\d\d|2100)-'
   or what ->> 'acknowledgeBy' !~ '^(20\d\d|2100)-';

-- Whether a promise was kept in time or late is told from when it was met, which was not kept; a
-- clock is met when its event occurs.
update timeline_event
set what = what || jsonb_build_object('metAt', about -> 'occurredAt')
where type = 'redress.clock.met.v1' and not what ? 'metAt';
