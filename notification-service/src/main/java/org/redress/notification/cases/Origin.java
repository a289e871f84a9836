package org.redress.notification.cases;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.IncomingEvent;

/**
 * Where something came from: what is published because of it says so.
 *
 * @param causeId the id of the event
 */
public record Origin(
        Mode mode,
        @Nullable String orgUnit,
        @Nullable String causeId,
        @Nullable String traceparent) {

    /**
     * The origin of whatever this event causes; an event without a mode is one of ours gone wrong.
     */
    public static Origin of(IncomingEvent event) {
        return new Origin(
                Mode.valueOf(requireNonNull(event.extension("mode"), "mode")),
                event.extension("orgunit"),
                event.id(),
                event.extension("traceparent"));
    }

    /**
     * The origin of an event about the platform itself: it belongs to no case and is never an
     * exercise.
     */
    public static Origin ofThePlatform(IncomingEvent event, String orgUnit) {
        return new Origin(Mode.REAL, orgUnit, event.id(), event.extension("traceparent"));
    }
}
