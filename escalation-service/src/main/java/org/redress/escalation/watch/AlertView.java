package org.redress.escalation.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as the watch sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert")
record AlertView(
        UUID alertId,
        @Schema(description = "What went wrong; an open list", examples = "DEAD_LETTER")
                String kind,
        @Schema(examples = "triage") String service,
        @Schema(description = "What it happened to", examples = "redress.cases") String thing,
        String reason,
        @Nullable UUID caseId,
        @Schema(description = "How often it has happened since") int count,
        Instant since,
        Alert.State state,
        @Schema(description = "Who was paged last", examples = "sun.hao") String personId,
        @Schema(description = "When the next is paged, unless somebody acknowledges")
                @Nullable Instant acknowledgeBy,
        @Nullable String acknowledgedBy) {}
