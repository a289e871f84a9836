package org.redress.triage.assessment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That a unit has given a case back, and why. */
@Schema(name = "Returned")
public record Returned(
        @Schema(examples = "hq/logistics") String fromUnit,
        @Schema(examples = "The parcel was never ours.") @Nullable String reason,
        Instant at) {

    @Override
    public String toString() {
        return "Returned[fromUnit=" + fromUnit + "]";
    }
}
