/**
 * What is offered to a customer for what went wrong, and who may promise how much of it. The sum
 * counts, over a case and over a customer, so that no split gets past an authority.
 */
@NullMarked
package org.redress.escalation.compensation;

import org.jspecify.annotations.NullMarked;
