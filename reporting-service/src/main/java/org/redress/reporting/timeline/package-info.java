/**
 * The whole story of a case from all services, in order, each event with a sentence that a person
 * reads. It keeps codes, ids and instants, and no free text.
 */
@NullMarked
package org.redress.reporting.timeline;

import org.jspecify.annotations.NullMarked;
