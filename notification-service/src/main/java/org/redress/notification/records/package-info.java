/** Who was written to, and what became of it, for whoever handles the case. */
@NullMarked
package org.redress.notification.records;

import org.jspecify.annotations.NullMarked;
