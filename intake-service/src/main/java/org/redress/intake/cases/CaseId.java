package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.UUID;

/** The id of a case for machines: a UUIDv7, so that ids sort by time. */
public record CaseId(@JsonValue UUID value) {

    @JsonCreator
    public CaseId {
        Objects.requireNonNull(value);
    }

    /** The next id, later than every one that this process gave out before. */
    public static CaseId next() {
        return new CaseId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
