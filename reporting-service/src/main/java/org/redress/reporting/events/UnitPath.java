package org.redress.reporting.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An organisational unit as the path from the root to it: {@code hq/after-sales} (XX-06). */
public record UnitPath(@JsonValue String value) {
    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");
    private static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException if the value is no path
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitPath {
        if (value.length() > LONGEST || !PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("not a unit: " + value.length() + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
