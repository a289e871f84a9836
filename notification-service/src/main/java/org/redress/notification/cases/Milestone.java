package org.redress.notification.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A promise to the customer: by when they hear what, and from whom (IN-10). */
public record Milestone(Kind milestone, Instant dueAt, By by) {
    public Milestone {
        requireNonNull(milestone, "milestone");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(by, "by");
    }

    /** What the customer hears. */
    public enum Kind {
        ACKNOWLEDGMENT,
        FIRST_RESPONSE,
        RESOLUTION
    }

    /** Whom they hear it from. */
    public enum By {
        CUSTOMER_SERVICE,
        RESPONSIBLE_UNIT
    }
}
