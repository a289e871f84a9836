/** What belongs to no feature: what falls due, and what is written in one go. */
@NullMarked
package org.redress.escalation;

import org.jspecify.annotations.NullMarked;
