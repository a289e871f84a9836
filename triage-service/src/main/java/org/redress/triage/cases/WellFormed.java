package org.redress.triage.cases;

import org.jspecify.annotations.Nullable;

/**
 * Words that every store and every broker takes: half of a character, or the character zero, is
 * replaced by the sign for what cannot be read, so that no case is lost to it.
 */
public final class WellFormed {

    private static final int UNREADABLE = 0xFFFD;

    private WellFormed() {}

    static String words(String words) {
        return words.codePoints()
                .map(point -> point == 0 || isHalf(point) ? UNREADABLE : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** These words, if there are any. */
    public static @Nullable String orNull(@Nullable String words) {
        return words == null ? null : words(words);
    }

    private static boolean isHalf(int point) {
        return Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE;
    }
}
