/**
 * Taking a case in: the agent's form, what it must hold, and the answer that the agent reads out.
 * The hot path of the platform.
 */
@NullMarked
package org.redress.intake.registration;

import org.jspecify.annotations.NullMarked;
