/**
 * How a case stands elsewhere, projected from the events of triage, escalation and notification. It
 * copes with any order across topics and with cases it does not know.
 */
@NullMarked
package org.redress.intake.progress;

import org.jspecify.annotations.NullMarked;
