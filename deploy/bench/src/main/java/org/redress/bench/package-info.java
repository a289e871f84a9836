/**
 * Measures the running local platform from outside: what it takes in, how soon people and topics
 * hear of it, what it weighs. Everything is loaded on this machine only and for a bounded time.
 */
@NullMarked
package org.redress.bench;

import org.jspecify.annotations.NullMarked;
