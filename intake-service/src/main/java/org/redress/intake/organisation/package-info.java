/** What intake knows of the organisation: which units there are. */
@NullMarked
package org.redress.intake.organisation;

import org.jspecify.annotations.NullMarked;
