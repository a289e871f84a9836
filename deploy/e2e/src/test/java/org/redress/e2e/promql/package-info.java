/**
 * As much of PromQL as the rules and dashboards use, over scrapes of running services: selectors,
 * {@code rate} and {@code increase} of what was scraped, {@code absent}, aggregations, arithmetic,
 * comparisons, and/or/unless. Anything else is refused.
 */
package org.redress.e2e.promql;
