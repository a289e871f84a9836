/** Who acts: a person of staff, by id and in a role. Nothing more of them is known here. */
@NullMarked
package org.redress.intake.staff;

import org.jspecify.annotations.NullMarked;
