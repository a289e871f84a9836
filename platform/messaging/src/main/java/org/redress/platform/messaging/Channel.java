package org.redress.platform.messaging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a channel is doing: which keys' events failed in a row, and what it has been trying since
 * when.
 */
final class Channel {

    private final String name;
    private final Set<String> failedInARow = new HashSet<>();
    private @Nullable Trying trying;
    private volatile Runnable watch = () -> {};

    Channel(String name) {
        this.name = name;
    }

    /**
     * What it is at and cannot do.
     *
     * @param stopped whether it has stopped burying, because everything fails
     */
    record Trying(Instant since, String reason, boolean stopped) {}

    /** Whoever watches over its thread is told with each try that it is still at it. */
    void isWatchedBy(Runnable beat) {
        watch = beat;
    }

    String name() {
        return name;
    }

    synchronized void goesOn() {
        failedInARow.clear();
        trying = null;
    }

    /** It goes on, but nothing says that the next event will do better. */
    synchronized void passes() {
        trying = null;
    }

    synchronized Trying tries(String reason, Instant now) {
        watch.run();
        var before = trying;
        var at =
                new Trying(
                        before == null ? now : before.since,
                        reason,
                        before != null && before.stopped);
        trying = at;
        return at;
    }

    synchronized void stops(String reason, Instant now) {
        trying = new Trying(now, reason, true);
    }

    synchronized @Nullable Trying trying() {
        return trying;
    }

    /** Counts the failure; tells how many different keys have failed without a success between. */
    synchronized int failed(String key) {
        failedInARow.add(key);
        return failedInARow.size();
    }

    synchronized boolean hasFailed(String key) {
        return failedInARow.contains(key);
    }
}
