package org.redress.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read somebody's personal data.
 *
 * @param id the place in the list
 * @param personId who read
 * @param reason why, as they said it; null where they said nothing, or where it has been erased
 */
record AuditedRead(
        @JsonIgnore long id,
        Instant readAt,
        String personId,
        List<String> roles,
        @Nullable String reason) {}
