package org.redress.escalation.clocks;

import java.time.Instant;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.ClockName;

/**
 * A clock that would be due at another time if the organisation was another one.
 *
 * @param dueAt as it is
 * @param dueThen as it would be; of what has had its time by then, at once
 * @param paused if it waits: then both are when it would be due if it went on now
 */
public record DueThen(
        CaseNumber caseNumber, ClockName clock, Instant dueAt, Instant dueThen, boolean paused) {}
