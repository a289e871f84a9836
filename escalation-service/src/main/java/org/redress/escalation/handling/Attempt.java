package org.redress.escalation.handling;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** What a request that changes a case says of itself: what its caller has seen, and its key. */
public record Attempt(
        @HeaderParam("If-Match") @Nullable String ifMatch,
        @HeaderParam("Idempotency-Key") @Nullable String key) {}
