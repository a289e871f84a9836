/**
 * The independent axes on which a case is judged. Those with an order say it expressly, since level
 * I is higher than level III and no number tells that.
 */
@NullMarked
package org.redress.triage.levels;

import org.jspecify.annotations.NullMarked;
