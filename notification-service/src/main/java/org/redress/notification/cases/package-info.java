/**
 * The little that a mail says about a case, projected from intake's and triage's events. Free text
 * of the customer rests sealed under the case's own key.
 */
@NullMarked
package org.redress.notification.cases;

import org.jspecify.annotations.NullMarked;
