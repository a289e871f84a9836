/** What this service publishes, and the one place where a judgement becomes an event. */
@NullMarked
package org.redress.triage.publication;

import org.jspecify.annotations.NullMarked;
