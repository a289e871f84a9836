/**
 * What happens between customer and company after the registration: contacts, corrections, the
 * satisfaction check and the withdrawal.
 */
@NullMarked
package org.redress.intake.followup;

import org.jspecify.annotations.NullMarked;
