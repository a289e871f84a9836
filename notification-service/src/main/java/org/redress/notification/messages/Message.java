package org.redress.notification.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.cases.SealedCase;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;

/**
 * A message that a sender has claimed.
 *
 * @param attempt the number of the attempt under way, the first is 1
 * @param about the case; null for a call about the platform itself
 * @param pages of news: where the pages are that they belong to
 * @param file what was known of its case when it was claimed
 * @param dueAt from when on it may go out
 * @param queuedAt when everything it needs was here: what its link's life is counted from
 */
public record Message(
        UUID id,
        int attempt,
        Purpose purpose,
        Origin origin,
        @Nullable CaseRef about,
        Recipient recipient,
        @Nullable Call call,
        @Nullable String callId,
        @Nullable News news,
        Set<MessageState> pages,
        byte @Nullable [] sealed,
        Instant dueAt,
        Instant queuedAt,
        @Nullable SealedCase file) {

    /** The case, of a message that cannot be without one. */
    public CaseRef ofCase() {
        return Objects.requireNonNull(about, "about");
    }
}
