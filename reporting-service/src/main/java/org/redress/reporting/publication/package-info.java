/** What this service publishes for the BI team, and the one place where it becomes an event. */
@NullMarked
package org.redress.reporting.publication;

import org.jspecify.annotations.NullMarked;
