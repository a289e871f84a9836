package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;

/**
 * When and where it happened, and who was part of it (requirement IN-06).
 *
 * @param unit the unit concerned, if it happened in one of ours (ES-05)
 */
@JsonInclude(Include.NON_NULL)
public record Incident(
        @Nullable Instant occurredAt,
        @PlainLine @Size(max = 500) @Nullable String place,
        @PlainText @Size(max = 1_000) @Nullable String personsInvolved,
        @Size(max = 200)
                @Schema(
                        description = "The unit of ours in which it happened",
                        pattern = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$",
                        examples = "hq/outlets/east")
                @Nullable String unit) {

    @Override
    public String toString() {
        return "Incident[…]";
    }
}
