package org.redress.escalation.paging;

import java.util.List;

/** What became of what somebody wanted of an escalation. */
public sealed interface Reply {

    /** Done, and this is to be told. */
    record Done(List<PagingEvent> events) implements Reply {
        public Done {
            events = List.copyOf(events);
        }
    }

    /** Whoever has it gives it away: another escalation goes on from here. */
    record GoesOn(PagingEvent.Done told) implements Reply {}

    /** The escalation does not stand so that it could be. */
    record Refused(String why) implements Reply {}

    /** What was said does not fit. */
    record Unfit(String field, String why) implements Reply {}
}
