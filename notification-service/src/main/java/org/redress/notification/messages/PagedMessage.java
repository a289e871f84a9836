package org.redress.notification.messages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.Call;
import org.redress.notification.mails.News;

/**
 * A page as the person whom it called finds it when they follow its link.
 *
 * @param about the case; null for a call about the platform itself
 * @param end what ended the call, if anything has: somebody took it, or what it was about is over
 */
public record PagedMessage(
        UUID id,
        Origin origin,
        @Nullable CaseRef about,
        String personId,
        String callId,
        Call call,
        Optional<End> end) {

    /** How a call ended, and by whom. */
    public record End(News.Outcome outcome, @Nullable String personId, Instant at) {}

    /** Who took it, if that is how it stands: taken, and what it is about is not over. */
    public Optional<End> taken() {
        return end.filter(ended -> ended.outcome() == News.Outcome.TAKEN);
    }

    /** Whether it was this very person who took it. */
    public boolean isTakenByReader() {
        return taken().map(by -> personId.equals(by.personId())).orElse(false);
    }
}
