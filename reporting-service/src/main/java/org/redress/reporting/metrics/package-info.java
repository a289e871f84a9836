/**
 * What happened on each day of the tenant's calendar, by owner unit, class and severity: summed up
 * from the shares of single cases, published for the BI team and answered to managers.
 */
@NullMarked
package org.redress.reporting.metrics;

import org.jspecify.annotations.NullMarked;
