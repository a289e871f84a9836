package org.redress.intake.timetable;

/** Who keeps a promise to the customer. */
public enum HeardFrom {
    CUSTOMER_SERVICE,
    RESPONSIBLE_UNIT
}
