package org.redress.reporting.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The machine's id of a case, a UUIDv7: the key of the case's events and of its fact. */
public record CaseId(@JsonValue UUID value) implements Comparable<CaseId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {}

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
