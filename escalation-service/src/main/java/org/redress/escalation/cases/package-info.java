/**
 * The words that every other package here speaks: whose case, how grave, at which tier, in which
 * unit. Values only; nothing in it knows of a database row's life or of a message.
 */
@NullMarked
package org.redress.escalation.cases;

import org.jspecify.annotations.NullMarked;
