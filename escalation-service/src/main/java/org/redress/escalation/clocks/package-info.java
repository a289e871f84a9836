/**
 * The promises of a round and what became of each: started, warned, breached, met, every one told
 * exactly once. A million of them may run, so they are rows and SQL, not entities.
 */
@NullMarked
package org.redress.escalation.clocks;

import org.jspecify.annotations.NullMarked;
