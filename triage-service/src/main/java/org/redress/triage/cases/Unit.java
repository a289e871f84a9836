package org.redress.triage.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** An org unit as its path from the top, such as {@code hq/outlets/east} (XX-06). */
public record Unit(@JsonValue String path) {

    private static final Pattern PATH =
            Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*");

    /** The top: where a case is that no other unit is known for. */
    public static final Unit TOP = new Unit("hq");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Unit {
        if (path.length() > 200 || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("must be a path of units such as hq/quality");
        }
    }

    /** The unit of that path, also as Keycloak's groups write it, {@code /hq/quality}. */
    public static Optional<Unit> parse(String path) {
        try {
            return Optional.of(new Unit(path.startsWith("/") ? path.substring(1) : path));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
