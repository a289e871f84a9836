-- Whose case it is, by the id that says nothing of who they are: what is offered is added up over their cases (ES-29).
alter table handling add column customer text;

-- What is offered for what went wrong (ES-28). On what it is based rests sealed under the case's key.
create table compensation_offer (
    offer_id      uuid primary key,
    case_id       uuid not null,
    customer      text,
    type          text not null,
    amount        numeric(15, 3) not null,
    currency      text not null,
    state         text not null,
    proposed_by   text not null,
    proposed_at   timestamptz not null,
    approver_role text,
    approver      text,
    approved_by   text,
    approved_at   timestamptz,
    changed_by    text not null,
    changed_at    timestamptz not null,
    basis         bytea
);

create index compensation_offer_case on compensation_offer (case_id, offer_id);

create index compensation_offer_customer on compensation_offer (customer, approved_at)
    where state in ('APPROVED', 'ACCEPTED', 'PAID');
