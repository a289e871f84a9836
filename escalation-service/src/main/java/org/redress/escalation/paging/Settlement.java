package org.redress.escalation.paging;

/** Why nobody needs to be reached about an escalation any more. */
public enum Settlement {
    /** The customer has an answer. */
    RESOLVED,
    CLOSED,
    /** The customer took the case back. */
    WITHDRAWN,
    /** A person judged the case less grave. */
    CALMED,
    /** The case went to another unit that need not be reached. */
    MOVED,
    /** Another escalation of the case took its place. */
    SUPERSEDED
}
