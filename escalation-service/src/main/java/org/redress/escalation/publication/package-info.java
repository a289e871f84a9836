/**
 * The events that this service publishes on redress.handling, redress.alerts and
 * redress.organisation, and the one place where what happened here becomes one of them.
 */
@NullMarked
package org.redress.escalation.publication;

import org.jspecify.annotations.NullMarked;
