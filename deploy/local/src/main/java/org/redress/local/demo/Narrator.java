package org.redress.local.demo;

import java.util.List;

/** Tells what happens to the cases while it happens; called by many journeys at once. */
interface Narrator {

    /** The case has come this far. */
    void tell(Row row);

    /** The case is over; the notes are worth keeping beside it. */
    void settle(Row row, List<String> notes);

    /** The narrator that suits the terminal. */
    static Narrator on(Terminal terminal) {
        return terminal.isLive()
                ? new LiveNarrator(terminal, new RowLine(terminal))
                : new LogNarrator(terminal);
    }
}
