package org.redress.reporting.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An organisational unit as the path from the root to it: {@code hq/after-sales} (XX-06). */
public record UnitPath(@JsonValue String value) {
    private static final Pattern PATH = Pattern.compile("[a-z0-9-]{1,40}(/[a-z0-9-]{1,40}){0,9}");

    /**
     * @throws IllegalArgumentException if the value is no path
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitPath {
        if (!PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit: " + value.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
