/** How a message gets to somebody: today by mail. Another way is another {@link Channel}. */
@NullMarked
package org.redress.notification.channels;

import org.jspecify.annotations.NullMarked;
