/**
 * When a duration that starts now is over, by the hours in which somebody works, and how much of
 * the time between two instants they were. Pure arithmetic on instants.
 */
@NullMarked
package org.redress.escalation.calendar;

import org.jspecify.annotations.NullMarked;
