package org.redress.demo;

import java.time.Duration;
import java.time.Instant;

/** What came of sending a case to intake. */
sealed interface Registration {
    /**
     * Answered 201: from now on nobody may lose it.
     *
     * @param answeredAt when the 201 was here
     * @param took how long the request took
     */
    record Accepted(String caseId, String caseNumber, Instant answeredAt, Duration took)
            implements Registration {}

    /** The service will not take it, however often it is sent. */
    record Refused(String reason) implements Registration {}

    /** The service could not take it this time. */
    record NotNow(String reason) implements Registration {}
}
