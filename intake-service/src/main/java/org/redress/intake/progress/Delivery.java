package org.redress.intake.progress;

import java.time.Instant;
import java.util.UUID;

/**
 * How far a message to the customer has come.
 *
 * @param at when the last attempt was made
 */
public record Delivery(
        UUID messageId, String purpose, String channel, State state, int attempt, Instant at) {

    static final String ACKNOWLEDGMENT = "CUSTOMER_ACKNOWLEDGMENT";

    /** What became of the last attempt. */
    public enum State {
        SENT,
        RETRYING,
        FAILED
    }

    boolean acknowledges() {
        return state == State.SENT && purpose.equals(ACKNOWLEDGMENT);
    }
}
