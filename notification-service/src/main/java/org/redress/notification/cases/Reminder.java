package org.redress.notification.cases;

import java.time.Instant;

/** What is soon due about a case, for a member of staff. */
public record Reminder(String clock, Instant dueAt) {}
