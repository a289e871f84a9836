-- Who proposed to close the case although the customer does not agree, until a manager has decided (IN-21).
alter table handling add column end_proposed_by text;

-- What became of a suggestion (IN-15), and to which case a duplicate belongs.
alter table handling add column adopted boolean;

alter table handling add column duplicate_of text;
