/**
 * What is written to whom, and how the calls stand: each message once for its cause, parked with
 * all that its mail is written from, and the end of a call in place before its pages go out.
 */
@NullMarked
package org.redress.notification.messages;

import org.jspecify.annotations.NullMarked;
