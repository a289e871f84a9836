/**
 * How the organisation becomes another one while the service runs: what would change is told first,
 * in sentences, and only what was confirmed holds (ADR 14).
 */
@NullMarked
package org.redress.escalation.changes;

import org.jspecify.annotations.NullMarked;
