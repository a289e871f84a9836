package org.redress.notification.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.Language;

/**
 * A case that is heard of for the first time.
 *
 * @param story null when it was not told at all
 * @param danger whether whoever registered it says that somebody is hurt or in danger
 */
public record NewCase(
        UUID caseId,
        String caseNumber,
        String customerId,
        Language language,
        @Nullable CaseStory story,
        List<Milestone> timetable,
        boolean danger) {
    @Override
    public String toString() {
        return "NewCase[" + caseNumber + "]";
    }
}
