-- Which cells are out of date is known to the one transaction that changed their shares and sums
-- them up: no need to write it down.
drop table stale_cell;
