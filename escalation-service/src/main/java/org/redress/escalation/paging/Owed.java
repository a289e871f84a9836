package org.redress.escalation.paging;

/** What somebody who takes care still has to say. */
public enum Owed {
    /** When they will be there. */
    ETA,
    /** That they are there. */
    ARRIVAL,
    /** That they still have it, once they are asked. */
    WORD
}
