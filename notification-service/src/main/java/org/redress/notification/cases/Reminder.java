package org.redress.notification.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff hears of a case without being called.
 *
 * @param clock what is soon due, if it is that
 * @param occasion otherwise what there is to know
 * @param dueAt by when something is due or wanted
 */
public record Reminder(@Nullable String clock, @Nullable Instant dueAt, @Nullable String occasion) {

    /** This is soon due. */
    public static Reminder soonDue(String clock, Instant dueAt) {
        return new Reminder(clock, dueAt, null);
    }

    /** There is this to know. */
    public static Reminder of(String occasion, @Nullable Instant dueAt) {
        return new Reminder(null, dueAt, occasion);
    }
}
