-- How often the customer has asked again, how often the case was passed on or reopened, and which unit above looks
-- after one that came to no result so often (ES-44).
alter table handling
    add column urged int not null default 0,
    add column passes int not null default 0,
    add column supervised_by text;
