-- The newer of two events is told by its writer's version, not by the clocks of the writer's replicas: one
-- that is two seconds behind lost a resolution for good. Each field that not every event tells has the
-- version that it was told at. An old row keeps its place by time, before all versions.
alter table live_handling
    add column version            bigint,
    add column tier_version       bigint,
    add column owner_unit_version bigint,
    add column handler_version    bigint,
    add column resolution_version bigint;
update live_handling set version =
    (-9223372036854775808)::bigint + (extract(epoch from recorded_at) * 1000000)::bigint;
update live_handling set
    tier_version       = case when tier       is null then null else version end,
    owner_unit_version = case when owner_unit is null then null else version end,
    handler_version    = case when handler    is null then null else version end,
    resolution_version = case when resolution is null then null else version end;
alter table live_handling
    alter column version set not null,
    drop column recorded_at;

alter table live_clock add column version bigint;
update live_clock set version =
    (-9223372036854775808)::bigint + (extract(epoch from recorded_at) * 1000000)::bigint;
alter table live_clock
    alter column version set not null,
    drop column recorded_at;

-- A message has one event for each attempt: the last attempt is the newest.
alter table live_delivery drop column recorded_at;
