/** What intake reads of the other services: one class per topic. */
@NullMarked
package org.redress.intake.events;

import org.jspecify.annotations.NullMarked;
