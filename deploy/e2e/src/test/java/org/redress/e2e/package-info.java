/**
 * The whole platform, started as {@code ./redress up} starts it and tested from outside: by its web
 * doors, its mail and its topics. Faults are part of it.
 */
@NullMarked
package org.redress.e2e;

import org.jspecify.annotations.NullMarked;
