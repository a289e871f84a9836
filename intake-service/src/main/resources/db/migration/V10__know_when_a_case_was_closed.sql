-- A customer who comes back within a configured time opens a closed case again, so it counts when that was.
alter table live_handling add column closed_at timestamptz;
