package org.redress.notification.mails;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call about a case. It says by itself what a mail must: the case may be known here later, or
 * never.
 *
 * @param clock the clock that counts now, and when it falls due
 * @param next who is reached next unless somebody acknowledges, in their order
 */
public record Page(
        String pageId,
        String unit,
        String roleId,
        String holder,
        int step,
        int repeat,
        String severity,
        String category,
        String trigger,
        @Nullable String clock,
        @Nullable Instant clockDueAt,
        Instant acknowledgeBy,
        List<Next> next)
        implements Call {

    public Page {
        next = List.copyOf(Objects.requireNonNullElse(next, List.of()));
    }

    /** Somebody who is reached next, and when. */
    public record Next(Instant at, String roleId, String holder, String personId) {}
}
