/**
 * What happens to a case from the moment it is registered until it is closed: the only place where
 * a case's status is decided. {@code Handling} holds the state table.
 */
@NullMarked
package org.redress.escalation.handling;

import org.jspecify.annotations.NullMarked;
