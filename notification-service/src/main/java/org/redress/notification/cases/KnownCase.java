package org.redress.notification.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.notification.recipients.Language;

/**
 * A case as far as it is known here; the story is gone when the customer was erased, the reasons
 * are empty until triage has spoken.
 */
public record KnownCase(
        UUID caseId,
        String caseNumber,
        String customerId,
        Language language,
        Optional<CaseStory> story,
        List<Milestone> timetable,
        Optional<Assessment> assessment) {

    /** Why triage judged the case as it did. */
    public record Assessment(String caseClass, List<Reason> reasons, List<Signal> signals) {}
}
