/**
 * Encryption at rest: a key per customer, wrapped by the master key of the configuration. Without
 * its customer's key nothing that was sealed can be read again.
 */
@NullMarked
package org.redress.intake.vault;

import org.jspecify.annotations.NullMarked;
