package org.redress.escalation.watch;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong inside of the platform, as the service that saw it told it ({@code
 * redress.alarm.reported.v1}).
 *
 * @param kind an open list: what comes new is paged like what is known
 * @param thing what it happened to; alarms of one kind, service and thing are one alert
 * @param count how often since it was told last
 */
public record Alarm(
        String kind,
        String service,
        String thing,
        String reason,
        int count,
        @Nullable UUID caseId) {

    static final String OURS = "escalation";

    public Alarm {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(reason, "reason");
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1");
        }
    }

    /** What this service saw itself. */
    static Alarm ofOurs(String kind, String thing, String reason, @Nullable UUID caseId) {
        return new Alarm(kind, OURS, thing, reason, 1, caseId);
    }
}
