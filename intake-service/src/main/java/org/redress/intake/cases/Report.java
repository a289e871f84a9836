package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was reported, as the agent wrote it down. Anything in it may tell who the customer is, so it
 * is sealed as a whole with the customer's key.
 */
@JsonInclude(Include.NON_NULL)
public record Report(
        @Nullable String channelRef,
        @Nullable Call cti,
        Instant receivedAt,
        String subject,
        String description,
        @Nullable Incident incident,
        @Nullable Product product,
        @Nullable String preliminaryCause,
        @Nullable String desiredRemedy,
        Flags flags) {

    /** What is left of a report whose customer was erased. */
    public static final Report ERASED =
            new Report(
                    null,
                    null,
                    Instant.EPOCH,
                    "erased",
                    "erased",
                    null,
                    null,
                    null,
                    null,
                    Flags.NONE);

    public Report {
        Objects.requireNonNull(receivedAt);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(description);
        Objects.requireNonNull(flags);
    }

    /** The report with what the correction says; what it leaves out stays. */
    Report corrected(Correction correction) {
        return new Report(
                channelRef,
                cti,
                receivedAt,
                correction.subject() == null ? subject : correction.subject(),
                correction.description() == null ? description : correction.description(),
                correction.incident() == null ? incident : correction.incident(),
                correction.product() == null ? product : correction.product(),
                preliminaryCause,
                desiredRemedy,
                correction.flags() == null ? flags : correction.flags());
    }

    /** The same report for who may see the customer's contact points only masked (XX-01). */
    public Report masked() {
        return new Report(
                channelRef,
                cti == null ? null : cti.masked(),
                receivedAt,
                subject,
                description,
                incident,
                product,
                preliminaryCause,
                desiredRemedy,
                flags);
    }

    @Override
    public String toString() {
        return "Report[…]";
    }
}
