-- What the customer was told of that which the clock times: a manager may have changed it since the
-- registration. A clock that was told of before, or that no promise binds, has none.
alter table live_clock add column promised_at timestamptz;
