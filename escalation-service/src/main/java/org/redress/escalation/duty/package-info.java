/** Who has which duty, for whoever has to call somebody: now, at any instant, and in a calendar. */
@NullMarked
package org.redress.escalation.duty;

import org.jspecify.annotations.NullMarked;
