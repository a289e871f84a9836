/**
 * Reporting listens to all other services and tells what happened to each case, in figures for the
 * BI team and in order for people. It decides nothing and nobody waits for it.
 */
@NullMarked
package org.redress.reporting;

import org.jspecify.annotations.NullMarked;
