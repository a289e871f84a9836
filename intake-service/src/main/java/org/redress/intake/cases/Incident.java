package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;

/** When and where it happened, and who was part of it (requirement IN-06). */
@JsonInclude(Include.NON_NULL)
public record Incident(
        @Nullable Instant occurredAt,
        @PlainLine @Size(max = 500) @Nullable String place,
        @PlainText @Size(max = 1_000) @Nullable String personsInvolved) {

    @Override
    public String toString() {
        return "Incident[…]";
    }
}
