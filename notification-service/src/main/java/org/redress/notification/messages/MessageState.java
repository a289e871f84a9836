package org.redress.notification.messages;

/** Where a message is on its way out; an acknowledgment is a fact beside it and no state. */
public enum MessageState {
    /** Something it needs is not here yet. */
    WAITING,
    /** Due now, or later if an attempt failed. */
    QUEUED,
    /** Goes out in one mail with others to the same person. */
    BUNDLED,
    /** A sender has it, for as long as its claim lasts. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Given up. */
    FAILED,
    /** Not sent because nobody needs it any more, or nobody can be reached by it. */
    SUPPRESSED
}
