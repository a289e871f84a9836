package org.redress.notification.channels;

import java.time.Instant;

/** How one attempt ended. */
public sealed interface Outcome {
    /** Never the text of a mail or an address: a reply code and the like. */
    String detail();

    /** The mail server has it. */
    record Accepted(String detail) implements Outcome {}

    /** It will never get through: trying again would only repeat the refusal. */
    record Refused(String detail) implements Outcome {}

    /** There is no address to send it to, or nothing to send. */
    record Impossible(String detail) implements Outcome {}

    /** It did not get through this time; another mail may. */
    record Unreachable(String detail) implements Outcome {}

    /** The mail server itself is away: no other mail gets through either. */
    record Away(String detail) implements Outcome {}

    /** It is not its turn before this instant. */
    record PutOff(String detail, Instant until) implements Outcome {}

    /** Nobody is to be written to. */
    record Unneeded(String detail) implements Outcome {}
}
