/**
 * What a unit that has a case asks of another one (协办, ES-02, ES-40): received, answered to the
 * lead, accepted or returned once. Exactly one unit answers for the case all the while.
 */
@NullMarked
package org.redress.escalation.cohandling;

import org.jspecify.annotations.NullMarked;
