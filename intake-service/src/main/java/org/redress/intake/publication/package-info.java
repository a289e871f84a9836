/**
 * The published language of intake: one translator turns what happened here into CloudEvents of the
 * outbox.
 */
@NullMarked
package org.redress.intake.publication;

import org.jspecify.annotations.NullMarked;
