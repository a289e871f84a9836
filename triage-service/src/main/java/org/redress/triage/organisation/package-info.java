/**
 * What triage knows of the organisation: which units there are, and which of them is the reception.
 */
@NullMarked
package org.redress.triage.organisation;

import org.jspecify.annotations.NullMarked;
