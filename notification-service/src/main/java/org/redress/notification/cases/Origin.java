package org.redress.notification.cases;

import org.jspecify.annotations.Nullable;

/**
 * Where something came from: what is published because of it says so.
 *
 * @param causeId the id of the event
 */
public record Origin(
        Mode mode,
        @Nullable String orgUnit,
        @Nullable String causeId,
        @Nullable String traceparent) {}
