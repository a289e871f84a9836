package org.redress.notification.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was added in this transaction: after its commit the sender has something to look at.
 *
 * @param waitsFor the case that it waits for; null when it is due at once
 */
record MessageParked(@Nullable UUID waitsFor) {}
