package org.redress.escalation.calendar;

import java.time.Duration;
import java.time.Instant;

/** The hours that count towards a deadline. */
public sealed interface BusinessCalendar permits RoundTheClock, WorkingHours {

    String name();

    /** The instant at which {@code duration} of counting time has passed since {@code start}. */
    Instant dueAt(Instant start, Duration duration);
}
