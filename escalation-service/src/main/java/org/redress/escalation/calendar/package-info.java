/**
 * When a duration that starts now is over, by the hours in which somebody works. Pure arithmetic on
 * instants.
 */
@NullMarked
package org.redress.escalation.calendar;

import org.jspecify.annotations.NullMarked;
