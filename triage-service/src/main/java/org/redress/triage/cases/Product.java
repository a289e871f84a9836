package org.redress.triage.cases;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the customer bought (IN-07). */
public record Product(
        @Nullable String model,
        @Nullable String serial,
        @Nullable String batch,
        @Nullable String orderNumber) {

    public Product {
        model = WellFormed.orNull(model);
        serial = WellFormed.orNull(serial);
        batch = WellFormed.orNull(batch);
        orderNumber = WellFormed.orNull(orderNumber);
    }

    /** Whether it tells which thing it is; an order number alone may be for anything. */
    public boolean tellsWhich() {
        return Stream.of(model, serial, batch).anyMatch(part -> part != null && !part.isBlank());
    }
}
