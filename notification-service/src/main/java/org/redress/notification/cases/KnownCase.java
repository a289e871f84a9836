package org.redress.notification.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.notification.recipients.Language;

/**
 * A case as far as it is known here.
 *
 * @param story empty when the customer was erased, or nothing readable has been heard yet
 * @param erased whether the customer was
 * @param danger whether whoever registered it says that somebody is hurt or in danger
 * @param assessment empty until triage has spoken
 */
public record KnownCase(
        UUID caseId,
        String caseNumber,
        Language language,
        Optional<CaseStory> story,
        boolean erased,
        boolean danger,
        List<Milestone> timetable,
        Optional<Assessment> assessment) {

    /** A case of which nothing has been heard but its number. */
    public static KnownCase only(UUID caseId, String caseNumber) {
        return new KnownCase(
                caseId,
                caseNumber,
                Language.ZH,
                Optional.empty(),
                false,
                false,
                List.of(),
                Optional.empty());
    }

    /** Why triage judged the case as it did. */
    public record Assessment(String caseClass, List<Reason> reasons, List<Signal> signals) {}
}
