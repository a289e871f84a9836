package org.redress.platform.due;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure for the log: where it happened, what kind it was, and why, without any message. A
 * message may quote the row or the text that could not be worked on, and a log is no place for
 * anybody's words (XX-02).
 */
public final class Wordless extends RuntimeException {

    private static final int DEEPEST = 20;

    private Wordless(Throwable failure, @Nullable Wordless cause) {
        super(name(failure), cause);
        setStackTrace(failure.getStackTrace());
    }

    /** The failure and its causes, by their names. */
    public static Wordless of(Throwable failure) {
        return of(failure, DEEPEST);
    }

    private static Wordless of(Throwable failure, int deepest) {
        var cause = failure.getCause();
        return new Wordless(failure, cause == null || deepest == 0 ? null : of(cause, deepest - 1));
    }

    private static String name(Throwable failure) {
        var name = failure.getClass().getName();
        return failure instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}
