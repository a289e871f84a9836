package org.redress.notification.messages;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Page;

/**
 * A message that is to be written, and the cause that makes it one and the same however often it is
 * heard of.
 *
 * @param recipientId the person; null for the customer of a case that has not arrived yet
 * @param sealed the text that only this message has, sealed under the case's key
 */
record Draft(
        String dedupKey,
        Purpose purpose,
        Origin origin,
        UUID caseId,
        String caseNumber,
        int round,
        Recipient.Kind recipientKind,
        @Nullable String recipientId,
        @Nullable Page page,
        @Nullable String escalationId,
        byte @Nullable [] sealed) {}
