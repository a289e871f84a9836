package org.redress.triage.events;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.triage.cases.CaseFacts;
import org.redress.triage.cases.CaseNumber;
import org.redress.triage.cases.Channel;
import org.redress.triage.cases.CustomerTier;
import org.redress.triage.cases.Flags;
import org.redress.triage.cases.Incident;
import org.redress.triage.cases.Product;
import org.redress.triage.cases.Rounds;
import org.redress.triage.cases.Unit;
import org.redress.triage.cases.WellFormed;

/** {@code redress.case.registered.v1}, as far as triage reads it. */
record CaseRegistered(
        UUID caseId,
        CaseNumber caseNumber,
        int round,
        Channel channel,
        CustomerTier customerTier,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Flags flags,
        @Nullable Product product,
        @Nullable Incident incident) {

    CaseRegistered {
        requireNonNull(caseId, "caseId");
        Rounds.check(round);
        requireNonNull(caseNumber, "caseNumber");
        requireNonNull(channel, "channel");
        requireNonNull(customerTier, "customerTier");
        subject = WellFormed.orNull(subject);
        description = WellFormed.orNull(description);
    }

    /**
     * What it says of the case.
     *
     * @param takenIn the unit that took it in, which is concerned where no other is told
     */
    CaseFacts facts(Unit takenIn) {
        return new CaseFacts(
                incident == null ? takenIn : incident.where().orElse(takenIn),
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
