package org.redress.escalation.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A unit of the organisation, named by its path: {@code hq/outlets/east}. */
public record UnitPath(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitPath {
        if (!FORM.matcher(Objects.requireNonNull(value, "unit")).matches()) {
            throw new IllegalArgumentException(
                    "unit '" + value + "' is not a path of lower-case names like hq/outlets/east");
        }
    }

    public Optional<UnitPath> parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(new UnitPath(value.substring(0, slash)));
    }

    /** This unit, its parent, its parent's parent, up to the root. */
    public Stream<UnitPath> upwards() {
        return Stream.iterate(
                        Optional.of(this),
                        Optional::isPresent,
                        unit -> unit.flatMap(UnitPath::parent))
                .flatMap(Optional::stream);
    }

    @Override
    public String toString() {
        return value;
    }
}
