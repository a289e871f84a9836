/**
 * What the other services tell about a case, in records that hold only what reporting reads: no
 * free text and no personal data. What isn't read here can't leak into a fact, a metric or a
 * timeline.
 */
@NullMarked
package org.redress.reporting.events;

import org.jspecify.annotations.NullMarked;
