-- Who has declared that a case concerns them can neither accept it nor be handed it; ids, apart by spaces.
alter table handling add column recused text not null default '';

-- To whom or where a case was passed on. The reason rests sealed, as all words.
alter table journal_entry add column passed_to text;
