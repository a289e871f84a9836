/**
 * What the customer is promised: by when they hear from whom. Pure rules over configured terms; the
 * clocks of the handling revise them later.
 */
@NullMarked
package org.redress.intake.timetable;

import org.jspecify.annotations.NullMarked;
