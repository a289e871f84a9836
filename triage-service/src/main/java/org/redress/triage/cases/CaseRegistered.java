package org.redress.triage.cases;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code redress.case.registered.v1}, as far as triage reads it. */
public record CaseRegistered(
        UUID caseId,
        CaseNumber caseNumber,
        int round,
        Channel channel,
        CustomerTier customerTier,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Flags flags,
        @Nullable Product product) {

    /** The name of this event. */
    public static final String TYPE = "redress.case.registered.v1";

    public CaseRegistered {
        requireNonNull(caseId, "caseId");
        Rounds.check(round);
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(channel, "channel");
        requireNonNull(customerTier, "customerTier");
        subject = WellFormed.orNull(subject);
        description = WellFormed.orNull(description);
    }

    /** What it says of the case. */
    public CaseFacts facts(Unit unit) {
        return new CaseFacts(
                unit,
                channel,
                customerTier,
                requireNonNullElse(subject, ""),
                requireNonNullElse(description, ""),
                requireNonNullElse(flags, Flags.NONE),
                product);
    }

    @Override
    public String toString() {
        return "CaseRegistered[" + caseNumber.text() + "]";
    }
}
