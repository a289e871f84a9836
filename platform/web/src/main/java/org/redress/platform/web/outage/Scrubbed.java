package org.redress.platform.web.outage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An exception without its messages, to be logged: what the database or what binds its parameters
 * says of a failure repeats the row, and rows hold people's words. Where it happened stays.
 */
public final class Scrubbed extends RuntimeException {

    private Scrubbed(Throwable original, @Nullable Throwable cause) {
        super(name(original), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    private static String name(Throwable original) {
        var type = original.getClass().getName();
        return original instanceof SQLException failed
                ? type + " (SQLSTATE " + failed.getSQLState() + ")"
                : type;
    }

    /** The failure itself where no database had a part in it, else without its messages. */
    public static Throwable of(Throwable failure) {
        return SqlFailures.isOfDatabase(failure) ? scrub(failure) : failure;
    }

    private static Scrubbed scrub(Throwable failure) {
        var cause = failure.getCause();
        return new Scrubbed(failure, cause == null || cause == failure ? null : scrub(cause));
    }
}
