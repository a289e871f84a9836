package org.redress.intake.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case in a list: enough to pick it out, and no word of what was said. */
@Schema(name = "CaseSummary")
@JsonInclude(Include.NON_NULL)
record CaseSummary(
        UUID caseId,
        String caseNumber,
        UUID customerId,
        String mode,
        String channel,
        String unit,
        Instant registeredAt,
        String status,
        int round,
        @Nullable String closedAs,
        @Nullable String caseClass,
        @Nullable String category,
        @Nullable String severity,
        @Nullable String ownerUnit) {}
