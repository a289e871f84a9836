/**
 * Messages and how they get out: parked until what they need is here, sent once, tried again while
 * that makes sense, every attempt on record. What happened is published on {@code
 * redress.deliveries}.
 */
@NullMarked
package org.redress.notification.messages;

import org.jspecify.annotations.NullMarked;
