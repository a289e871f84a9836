/**
 * What regulators demand, as dated data ({@code resources/regulations}): each number with its
 * article, its source and how far it was verified. A case keeps the law of the day on which it was
 * received. Nothing here replaces the deploying company's lawyers, and every pack says so.
 */
@NullMarked
package org.redress.escalation.regulation;

import org.jspecify.annotations.NullMarked;
