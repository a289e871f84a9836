package org.redress.notification.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseStory;

/** What notification reads of {@code redress.case.corrected.v1}: only what changed is there. */
record CaseCorrected(
        UUID caseId,
        @Nullable String subject,
        @Nullable String description,
        CaseRegistered.@Nullable Incident incident,
        CaseRegistered.@Nullable Product product) {
    CaseCorrected {
        requireNonNull(caseId, "caseId");
    }

    CaseStory applyTo(CaseStory before) {
        return new CaseStory(
                subject == null ? before.subject() : subject,
                description == null ? before.excerpt() : CaseStory.excerpt(description),
                incident == null || incident.place() == null ? before.place() : incident.place(),
                product == null ? before.product() : product.inWords());
    }

    @Override
    public String toString() {
        return "CaseCorrected[" + caseId + "]";
    }
}
