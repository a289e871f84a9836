package org.redress.platform.messaging;

import java.sql.SQLException;
import java.time.Duration;

/**
 * How long an event is tried: for ever while the world is broken (no database), a few times for
 * anything else (a bug, or a lost race that the next try wins).
 */
final class Patience {

    private static final int TRIES = 5;
    private static final Duration FIRST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);

    private int tries;
    private Duration rest = FIRST_REST;

    /** Whether to try again after this failure; if so, it has already rested. */
    boolean lasts(RuntimeException failure) {
        if (isUnreadable(failure) || (!isOutage(failure) && ++tries >= TRIES)) {
            return false;
        }
        rest();
        return true;
    }

    void rest() {
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an event was being tried", e);
        }
        rest =
                rest.multipliedBy(2).compareTo(LONGEST_REST) > 0
                        ? LONGEST_REST
                        : rest.multipliedBy(2);
    }

    static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static boolean isUnreadable(Throwable failure) {
        return failure instanceof UnreadableEvent
                || (failure.getCause() != null && isUnreadable(failure.getCause()));
    }

    /**
     * SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention), or no
     * connection.
     */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null
                        || state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57");
            }
        }
        return false;
    }
}
