/**
 * A claimed message becomes a mail, with what is known at this moment: whom it may reach, at which
 * address, and what it says; or the reason why there is none.
 */
@NullMarked
package org.redress.notification.writing;

import org.jspecify.annotations.NullMarked;
