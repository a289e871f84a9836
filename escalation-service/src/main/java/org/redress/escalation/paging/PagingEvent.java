package org.redress.escalation.paging;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.PersonId;

/** What there is to tell of an escalation. */
public sealed interface PagingEvent {

    Escalation escalation();

    Actor by();

    Instant at();

    /**
     * Somebody is to be reached: the first page, or a further one.
     *
     * @param next the pages that follow if nobody acknowledges, as far as the roster foretells
     */
    record Paged(Escalation escalation, Page page, List<Page> next, Actor by, Instant at)
            implements PagingEvent {}

    /** Nothing was heard of a page: it is told once more, under its own id. */
    record Retold(Escalation escalation, Page page, List<Page> next, Actor by, Instant at)
            implements PagingEvent {}

    record Acknowledged(
            Escalation escalation, @Nullable Page page, PersonId person, Via via, Instant at)
            implements PagingEvent {
        @Override
        public Actor by() {
            return Actor.person(person, page == null ? null : page.role());
        }
    }

    /**
     * Nobody needs to be reached any more.
     *
     * @param handler who works on the case or resolved it, if anybody does
     */
    record Settled(
            Escalation escalation, Settlement as, @Nullable PersonId handler, Actor by, Instant at)
            implements PagingEvent {}

    /**
     * Somebody did something to it.
     *
     * @param until until when the next is put off, or when they will be there
     * @param words why
     */
    record Done(
            Escalation escalation,
            Deed deed,
            @Nullable Instant until,
            @Nullable String words,
            Actor by,
            Instant at)
            implements PagingEvent {
        @Override
        public String toString() {
            return "Done[deed=" + deed + ", by=" + by.id() + "]";
        }
    }

    /** Everybody was paged as often as the policy says, and nobody answered. */
    record Exhausted(Escalation escalation, Actor by, Instant at) implements PagingEvent {}
}
