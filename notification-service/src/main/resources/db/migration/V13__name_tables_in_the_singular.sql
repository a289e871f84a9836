-- Tables are named in the singular, as in every service (ADR 11); "case" alone is a word of SQL.
alter table customers rename to customer;
alter table cases rename to customer_case;
alter table assessments rename to assessment;
alter table case_ends rename to case_end;
alter table messages rename to message;
alter table attempts rename to attempt;
alter table taken_escalations rename to taken_escalation;
alter table settled_escalations rename to settled_escalation;

alter index messages_waiting rename to message_waiting;
alter index messages_waiting_since rename to message_waiting_since;
alter index messages_queue rename to message_queue;
alter index messages_claimed rename to message_claimed;
alter index messages_of_case rename to message_of_case;
alter index messages_of_escalation rename to message_of_escalation;
alter index messages_unsent rename to message_unsent;
alter index messages_unsent_of_case rename to message_unsent_of_case;
alter index cases_of_customer rename to customer_case_of_customer;
alter index messages_by_mark rename to message_by_mark;
