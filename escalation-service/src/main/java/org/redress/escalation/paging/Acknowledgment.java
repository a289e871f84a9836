package org.redress.escalation.paging;

import org.redress.escalation.cases.PersonId;

/** What became of somebody's word that they take care of it. */
public sealed interface Acknowledgment {

    /** Nobody further is paged. */
    record Accepted(PagingEvent.Acknowledged event) implements Acknowledgment {}

    /** Somebody else had it. */
    record TakenOver(PagingEvent.Done event) implements Acknowledgment {}

    /** Somebody, perhaps the same person, had done so before. */
    record Repeated(PersonId by) implements Acknowledgment {}

    /** Who says so was never paged by that page: nobody can give another's word. */
    record NotPaged() implements Acknowledgment {}

    /** The escalation had ended with its case, so there is nothing to take care of. */
    record TooLate() implements Acknowledgment {}
}
