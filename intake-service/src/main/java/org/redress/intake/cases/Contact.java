package org.redress.intake.cases;

/** One conversation with the customer (requirement IN-29). */
public record Contact(Direction direction, Channel channel, String note) {

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
