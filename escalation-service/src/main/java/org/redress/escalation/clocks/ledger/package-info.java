/**
 * How long a clock has run, how long it waited and why, and when it is therefore due (ADR 15). Pure
 * arithmetic; who keeps it and who tells of it is not known here.
 */
@NullMarked
package org.redress.escalation.clocks.ledger;

import org.jspecify.annotations.NullMarked;
