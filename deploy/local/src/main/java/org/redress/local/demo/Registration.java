package org.redress.local.demo;

/** What came of sending a case to intake. */
sealed interface Registration {

    /** Answered 201: from now on nobody may lose it. */
    record Accepted(Registered registered) implements Registration {}

    /** The service will not take it, however often it is sent. */
    record Refused(String reason) implements Registration {}

    /** The service could not take it this time. */
    record NotNow(String reason) implements Registration {}
}
