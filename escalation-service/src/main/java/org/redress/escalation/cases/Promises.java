package org.redress.escalation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when the customer was told that the responsible unit would answer (IN-10, IN-11). */
@Embeddable
public record Promises(
        @Nullable @Column(name = "first_response_promised_at") Instant firstResponse,
        @Nullable @Column(name = "resolution_promised_at") Instant resolution) {

    /** The customer was told nothing. */
    public static final Promises NONE = new Promises(null, null);

    /** What was promised of that which the clock times, if anything. */
    public @Nullable Instant of(ClockName clock) {
        return switch (clock) {
            case FIRST_RESPONSE -> firstResponse;
            case RESOLUTION -> resolution;
            case TRIAGE,
                    UNIT_RECEIPT,
                    KEEP_INFORMED,
                    UNIT_ANSWER,
                    SATISFACTION_CALLBACK,
                    SUGGESTION_FEEDBACK,
                    REGULATORY ->
                    null;
        };
    }

    /** The same but for what the customer is told now. */
    public Promises with(Milestone milestone, Instant dueAt) {
        return switch (milestone) {
            case FIRST_RESPONSE -> new Promises(dueAt, resolution);
            case RESOLUTION -> new Promises(firstResponse, dueAt);
        };
    }
}
