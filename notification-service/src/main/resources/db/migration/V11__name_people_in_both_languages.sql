-- A mail names other people too, and its reader knows them by the name in their own language. Who was loaded
-- before is called by the one name there is until the staff file has been read for both.
alter table staff
    add column name_zh text,
    add column name_en text;
