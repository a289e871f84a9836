-- What a case says, and what a judgement quotes of it or an officer gives as a reason, rests sealed under
-- a key of the case, which lies in a database of its own: an erasure that destroys the key reaches every
-- row, and every backup of it (XX-02, XX-03). Null where the key was destroyed before the words came.
--
-- No version was released that kept words in clear; a database that still holds some is refused rather
-- than emptied.
do $$
begin
    if exists (select from case_file) or exists (select from parked_correction) then
        raise exception 'This database keeps the words of cases in clear, as no released version did.'
            using hint = 'Start with an empty one: ./redress up --fresh';
    end if;
end
$$;

alter table case_file drop column facts;
alter table case_file add column facts bytea;

-- content keeps levels, actor and moment; reasons, signals and the officer's reason are the words.
alter table assessment add column words bytea;

alter table parked_correction drop column correction;
alter table parked_correction add column correction bytea;
