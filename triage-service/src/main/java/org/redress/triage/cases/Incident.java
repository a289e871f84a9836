package org.redress.triage.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of where it happened only the unit concerned, if it happened in one of ours (ES-05). */
public record Incident(@Nullable String unit) {

    /** The unit concerned; empty where none is told, or what is told is no path of ours. */
    public Optional<Unit> where() {
        return Optional.ofNullable(unit).flatMap(Unit::parse);
    }
}
