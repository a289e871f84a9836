package org.redress.escalation.cases;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a case is timed for (requirements 1.8); each by the rules of the organisation. */
public enum ClockName {
    /** Registered → judged for the first time (TR-07). */
    TRIAGE,
    /** Assigned → accepted by somebody of the owner unit (签收). */
    UNIT_RECEIPT,
    /** Assigned → the customer heard from the responsible unit. */
    FIRST_RESPONSE,
    /** The customer's last word with us → the next one: the longest silence (IN-12). */
    KEEP_INFORMED,
    /** Assigned → resolved. */
    RESOLUTION,
    /** A unit that has a part in the case was asked → it answered the unit that has the case. */
    UNIT_ANSWER,
    /** Resolved → what the customer says of it (IN-19). */
    SATISFACTION_CALLBACK,
    /** A suggestion was assigned → it was answered (IN-15). */
    SUGGESTION_FEEDBACK,
    /** What a law times, by the law of the day on which the case was received; one of each law. */
    REGULATORY;

    /** What begins in each round when a unit gets the case, and is over when it is resolved. */
    public static final Set<ClockName> OF_A_ROUND =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            UNIT_RECEIPT,
                            FIRST_RESPONSE,
                            KEEP_INFORMED,
                            RESOLUTION,
                            SUGGESTION_FEEDBACK));

    /** What an answer to the customer keeps. */
    public static final Set<ClockName> KEPT_BY_AN_ANSWER =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            UNIT_RECEIPT,
                            FIRST_RESPONSE,
                            KEEP_INFORMED,
                            RESOLUTION,
                            SUGGESTION_FEEDBACK,
                            REGULATORY));

    /** What every case has: the organisation needs a rule for every severity and tier. */
    public static final Set<ClockName> OF_EVERY_CASE =
            Collections.unmodifiableSet(EnumSet.of(UNIT_RECEIPT, FIRST_RESPONSE, RESOLUTION));

    /**
     * Whether others hear of it only when it is near, broken or kept late: every case has it, or it
     * begins anew with each word to the customer, and that it is kept is the everyday.
     */
    public boolean isQuiet() {
        return this == TRIAGE || this == KEEP_INFORMED;
    }
}
