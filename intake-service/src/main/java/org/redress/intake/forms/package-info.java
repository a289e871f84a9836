/**
 * What any form's field must hold, whichever door it comes through. One annotation for each rule
 * that Jakarta Validation does not bring.
 */
@NullMarked
package org.redress.intake.forms;

import org.jspecify.annotations.NullMarked;
