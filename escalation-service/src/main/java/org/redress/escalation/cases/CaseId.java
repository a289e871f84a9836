package org.redress.escalation.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import java.util.UUID;

/** The case for machines: intake's UUIDv7, and the key of every event about the case. */
@Embeddable
public record CaseId(@JsonValue @Column(name = "case_id") UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseId {
        Objects.requireNonNull(value, "caseId");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
