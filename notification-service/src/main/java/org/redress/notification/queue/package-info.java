/**
 * How messages get out: let go when what they waited for is here, claimed lane by lane, sent once,
 * tried again while that makes sense, every attempt on record. It hears of what was parked, tells
 * what became of it, and nobody else knows it.
 */
@NullMarked
package org.redress.notification.queue;

import org.jspecify.annotations.NullMarked;
