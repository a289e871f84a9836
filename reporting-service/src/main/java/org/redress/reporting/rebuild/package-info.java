/**
 * Makes facts, metrics and topics anew from the events that were kept. An operator asks for it in
 * the database, and the running service does it, a batch at a time.
 */
@NullMarked
package org.redress.reporting.rebuild;

import org.jspecify.annotations.NullMarked;
