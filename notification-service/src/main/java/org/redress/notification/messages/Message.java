package org.redress.notification.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;

/**
 * A message that a sender has claimed.
 *
 * @param attempt the number of the attempt under way, the first is 1
 * @param queuedAt when everything it needs was here: what its link's life is counted from
 */
record Message(
        UUID id,
        int attempt,
        Purpose purpose,
        Origin origin,
        UUID caseId,
        String caseNumber,
        int round,
        Recipient recipient,
        @Nullable Page page,
        @Nullable String escalationId,
        byte @Nullable [] sealed,
        Instant queuedAt) {}
