/** What the other services tell, as far as it is read here. */
@NullMarked
package org.redress.triage.events;

import org.jspecify.annotations.NullMarked;
