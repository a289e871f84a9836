/** What the log tells of requests: what each line is about, and what administrators did. */
@NullMarked
package org.redress.platform.web.log;

import org.jspecify.annotations.NullMarked;
