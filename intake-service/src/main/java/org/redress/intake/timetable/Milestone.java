package org.redress.intake.timetable;

/** What a customer waits for. */
public enum Milestone {
    /** The confirmation that the case was taken in (requirement IN-09). */
    ACKNOWLEDGMENT,
    /** The first word on the matter itself. */
    FIRST_RESPONSE,
    /** The outcome. */
    RESOLUTION
}
