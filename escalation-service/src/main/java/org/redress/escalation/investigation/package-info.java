/**
 * What is found out about a case: the evidence, and what units and the customer are asked, while
 * the clock waits. What it comes to is a verb of the handling.
 */
@NullMarked
package org.redress.escalation.investigation;

import org.jspecify.annotations.NullMarked;
