/**
 * The watch: what goes wrong inside of the platform is folded into alerts, and whoever holds the
 * watch is paged until one of them acknowledges.
 */
@NullMarked
package org.redress.escalation.watch;

import org.jspecify.annotations.NullMarked;
