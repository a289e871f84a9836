/** Rows that a transaction collects and writes in one trip to the database. */
@NullMarked
package org.redress.notification.trips;

import org.jspecify.annotations.NullMarked;
