/** What falls due in this service, whatever the feature. */
@NullMarked
package org.redress.escalation;

import org.jspecify.annotations.NullMarked;
