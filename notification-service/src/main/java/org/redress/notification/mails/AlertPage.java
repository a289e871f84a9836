package org.redress.notification.mails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to who holds the watch: something goes wrong inside of the platform.
 *
 * @param thing what it happened to, such as a topic or a case number
 * @param reason what went wrong, in the words of the service that saw it
 * @param count how often it has happened since then
 */
public record AlertPage(
        String pageId,
        String alertId,
        String kind,
        String service,
        String thing,
        String reason,
        int count,
        Instant since,
        @Nullable String caseNumber,
        String unit,
        String roleId,
        String holder,
        int step,
        int repeat,
        Instant acknowledgeBy)
        implements Call {}
