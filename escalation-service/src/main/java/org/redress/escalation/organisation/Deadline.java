package org.redress.escalation.organisation;

import java.time.Instant;

/** A promise that begins at a given instant: when it is near, and when it is broken. */
public record Deadline(String calendar, Instant startedAt, Instant warnAt, Instant dueAt) {}
