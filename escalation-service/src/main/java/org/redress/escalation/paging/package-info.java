/**
 * Escalations: who is reached about a case, one after another, until somebody acknowledges. The
 * rules stand in {@code Escalation}; docs/adr/0006 says why they are so.
 */
@NullMarked
package org.redress.escalation.paging;

import org.jspecify.annotations.NullMarked;
