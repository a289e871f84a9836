/**
 * One loop that fires what is due, soon after it is due, whatever it is. It knows no clock and no
 * escalation; they tell it what is due and do it themselves.
 */
@NullMarked
package org.redress.escalation.timer;

import org.jspecify.annotations.NullMarked;
