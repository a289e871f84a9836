/**
 * What a service does by itself: loops that show whether they live, and rows that want something at
 * an instant. It knows nothing of what is due.
 */
@NullMarked
package org.redress.platform.due;

import org.jspecify.annotations.NullMarked;
