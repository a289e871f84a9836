package org.redress.platform.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the keys' database says of a subject.
 *
 * @param key null when it has been destroyed
 */
record SubjectKey(UUID subject, @Nullable WrappedKey key) {}
