/**
 * The registered case: what was reported, its number, and what may still happen to it. Pure, but
 * for the store.
 */
@NullMarked
package org.redress.intake.cases;

import org.jspecify.annotations.NullMarked;
