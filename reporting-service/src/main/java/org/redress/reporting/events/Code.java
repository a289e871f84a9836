package org.redress.reporting.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A word out of a list that its owner keeps, such as {@code COMPLAINT}, {@code P1} or {@code
 * zh-CN}. Reporting passes new words on without knowing them, but never a text: a value with a
 * blank, or with letters other than ASCII, is refused (XX-02).
 */
public record Code(@JsonValue String value) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /**
     * @throws IllegalArgumentException if the value is no such word
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Code {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code: " + value.length() + " characters");
        }
    }

    /** Whether this is the given word. */
    public boolean is(String word) {
        return value.equals(word);
    }

    @Override
    public String toString() {
        return value;
    }
}
