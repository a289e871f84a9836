/**
 * Reading cases for the front end: the record, its live status, the timetable as it now stands, and
 * what was sent.
 */
@NullMarked
package org.redress.intake.lookup;

import org.jspecify.annotations.NullMarked;
