package org.redress.intake.cases;

import org.jspecify.annotations.Nullable;

/**
 * One conversation with the customer (requirement IN-29).
 *
 * @param reason why there was one, where that moves something
 */
public record Contact(Direction direction, Channel channel, String note, @Nullable Reason reason) {

    /** Why a customer came back. */
    public enum Reason {
        /** They ask again, and want it to go on (催单, ES-44). */
        URGED
    }

    /** Who sought whom. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    @Override
    public String toString() {
        return "Contact[direction=" + direction + ", channel=" + channel + "]";
    }
}
