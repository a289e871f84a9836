package org.redress.notification.mails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why one person is called now, as escalation decided it; it is stored as it came. */
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
        Instant acknowledgeBy) {}
