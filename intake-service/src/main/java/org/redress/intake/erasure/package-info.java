/**
 * Forgetting a customer for good: everywhere, in the right order against whoever writes of them at
 * that moment, and again where something of them turns up late.
 */
@NullMarked
package org.redress.intake.erasure;

import org.jspecify.annotations.NullMarked;
