/**
 * Seals words under a key per subject, which lies in a database of its own, wrapped by a master key
 * of the configuration. Whoever destroys a subject's key has erased everything that was ever sealed
 * for it, in every copy of the data (XX-01 to XX-03, ADR 8).
 */
@NullMarked
package org.redress.platform.vault;

import org.jspecify.annotations.NullMarked;
