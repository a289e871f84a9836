package org.redress.platform.web.outage;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an exception says of the database, by the SQLSTATEs in its causes. */
public final class SqlFailures {

    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    /**
     * Connection gone, resources exhausted, operator's intervention, system error; read-only after
     * a failover, a lock not to be had, a statement cut short.
     */
    private static final List<String> OUTAGES =
            List.of("08", "53", "57", "58", "25006", "55P03", "XX000");

    private SqlFailures() {}

    /** Whether two transactions were in each other's way, so that the same again may succeed. */
    public static boolean isConflict(Throwable failure) {
        var failed = sqlException(failure);
        return failed != null
                && failed.getSQLState() != null
                && CONFLICTS.contains(failed.getSQLState());
    }

    /** Whether the database could not do its work, whatever the request was. */
    public static boolean isOutage(Throwable failure) {
        var failed = sqlException(failure);
        if (failed == null) {
            return false;
        }
        var state = failed.getSQLState();
        // The pool has no connection to give: an exception without a state.
        if (state == null || state.isEmpty()) {
            return failed instanceof SQLTransientException || isPools(failed);
        }
        return OUTAGES.stream().anyMatch(state::startsWith);
    }

    /** Whether the database had a part in it. */
    public static boolean isOfDatabase(Throwable failure) {
        return sqlException(failure) != null;
    }

    /** The failure in words without any value of a row: class and SQLSTATE. */
    public static String describe(Throwable failure) {
        var failed = sqlException(failure);
        return failed == null
                ? failure.getClass().getSimpleName()
                : failed.getClass().getSimpleName() + ", SQLSTATE " + failed.getSQLState();
    }

    private static boolean isPools(SQLException failed) {
        var trace = failed.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("io.agroal.");
    }

    /** Of its causes, or of what it suppressed: a failed commit is told in the latter. */
    private static @Nullable SQLException sqlException(Throwable failure) {
        return sqlException(failure, new HashSet<>());
    }

    private static @Nullable SQLException sqlException(
            @Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        if (failure instanceof SQLException failed) {
            return failed;
        }
        return Stream.concat(
                        Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
                .map(part -> sqlException(part, seen))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
