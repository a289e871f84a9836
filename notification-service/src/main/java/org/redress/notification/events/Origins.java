package org.redress.notification.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.platform.messaging.IncomingEvent;

/** Where what an event causes comes from. */
final class Origins {

    private Origins() {}

    /** An event of a case without a mode is one of ours gone wrong. */
    static Origin of(IncomingEvent event) {
        return new Origin(
                Mode.valueOf(requireNonNull(event.extension("mode"), "mode")),
                event.extension("orgunit"),
                event.id(),
                event.extension("traceparent"));
    }

    /**
     * An event about the platform itself belongs to no case; a test of who is reached is a drill.
     */
    static Origin ofThePlatform(IncomingEvent event, String orgUnit) {
        return new Origin(
                Mode.valueOf(requireNonNullElse(event.extension("mode"), Mode.REAL.name())),
                orgUnit,
                event.id(),
                event.extension("traceparent"));
    }
}
