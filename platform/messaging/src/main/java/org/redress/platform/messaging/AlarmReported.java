package org.redress.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm says ({@code contracts/common/alarm.reported.v1}).
 *
 * @param thing what it happened to; never personal data
 * @param reason why, in words for an operator; never the words of an event
 * @param count how often since it was told last
 */
record AlarmReported(
        Instant occurredAt,
        Instant recordedAt,
        Actor actor,
        UUID alarmId,
        String kind,
        String service,
        String thing,
        String reason,
        int count,
        @Nullable UUID caseId) {

    /** Who noticed it: a rule, by its name. */
    record Actor(String kind, String id) {}
}
