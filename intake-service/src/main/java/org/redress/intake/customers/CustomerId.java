package org.redress.intake.customers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Objects;
import java.util.UUID;

/** The id of a customer, a UUIDv7: it says nothing about the person. */
public record CustomerId(@JsonValue UUID value) {

    @JsonCreator
    public CustomerId {
        Objects.requireNonNull(value);
    }

    /** The next id, later than every one that this process gave out before. */
    public static CustomerId next() {
        return new CustomerId(UuidCreator.getTimeOrderedEpoch());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
