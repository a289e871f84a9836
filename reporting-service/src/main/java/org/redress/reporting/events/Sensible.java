package org.redress.reporting.events;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

/** What a value may be at all: whatever lies outside would be stored and never be read again. */
final class Sensible {
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2101-01-01T00:00:00Z");

    /** Rounds and revisions are kept by four digits. */
    private static final int MOST_TURNS = 9_999;

    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 100;

    private Sensible() {}

    /** The moment, of the years 2000 to 2100. */
    static Instant moment(Instant moment, String field) {
        requireNonNull(moment, field);
        if (moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST)) {
            throw new IllegalArgumentException(field + " must be of the years 2000 to 2100");
        }
        return moment;
    }

    /** A round or a revision: 1 to 9,999. */
    static int turn(int number, String field) {
        if (number < 1 || number > MOST_TURNS) {
            throw new IllegalArgumentException(field + " must be 1 to " + MOST_TURNS);
        }
        return number;
    }

    /** An amount below a million millions, with its zeros written out; never expanded to see so. */
    static BigDecimal amount(BigDecimal amount, String field) {
        requireNonNull(amount, field);
        long digits = (long) amount.precision() - amount.scale();
        if (amount.signum() < 0 || digits > MOST_DIGITS || amount.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException(field + " must be an amount below 1000000000000");
        }
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }
}
