package org.redress.reporting.facts;

import org.jspecify.annotations.Nullable;

/** The newest of all that was said about one thing, whichever came first. */
public record Latest<T>(Stamp stamp, T value) {

    static <T> Latest<T> of(@Nullable Latest<T> known, Stamp stamp, T said) {
        return known != null && known.stamp.compareTo(stamp) >= 0
                ? known
                : new Latest<>(stamp, said);
    }

    /** The statement, if there is one. */
    public static <T> @Nullable T orNull(@Nullable Latest<T> latest) {
        return latest == null ? null : latest.value;
    }
}
