-- What became of the latest page to a person: who could not be reached by it is a risk in a duty (PL-09).
create index page_person on page (person, paged_at desc);

create index alert_page_person on alert_page (person, paged_at desc);
