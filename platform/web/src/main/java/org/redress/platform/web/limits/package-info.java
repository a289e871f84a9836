/** How much anybody may send at once, and how often. */
@NullMarked
package org.redress.platform.web.limits;

import org.jspecify.annotations.NullMarked;
