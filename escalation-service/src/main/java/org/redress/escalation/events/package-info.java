/**
 * What the other services tell, as far as it is read here, and the park for what comes too early:
 * order holds only within one topic.
 */
@NullMarked
package org.redress.escalation.events;

import org.jspecify.annotations.NullMarked;
