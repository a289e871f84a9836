package org.redress.notification.messages;

/** How one attempt ended. */
sealed interface Outcome {
    /** Never the text of a mail or an address: a reply code and the like. */
    String detail();

    /** The mail server has it. */
    record Accepted(String detail) implements Outcome {}

    /** It will never get through: trying again would only repeat the refusal. */
    record Refused(String detail) implements Outcome {}

    /** It did not get through this time. */
    record Unreachable(String detail) implements Outcome {}
}
