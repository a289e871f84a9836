package org.redress.notification.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.notification.Contracts;
import org.redress.notification.recipients.Language;

class TheCasesTopicsTest {
    @Test
    void everyExampleOfARegisteredCaseIsUnderstood() {
        assertThat(Contracts.examples("intake/case.registered.v1", CaseRegistered.class))
                .isNotEmpty()
                .allSatisfy(registered -> assertThat(registered.timetable()).isNotEmpty())
                .extracting(CaseRegistered::tellsOfDanger)
                .contains(true, false);
        assertThat(Contracts.examples("intake/case.registered.v1", CaseRegistered.class))
                .extracting(CaseRegistered::language)
                .contains(Language.ZH, Language.EN);
    }

    @Test
    void everyExampleOfACorrectionIsUnderstood() {
        assertThat(Contracts.examples("intake/case.corrected.v1", CaseCorrected.class))
                .isNotEmpty()
                .allSatisfy(corrected -> assertThat(corrected.caseId()).isNotNull());
    }

    @Test
    void everyExampleOfAnAssessmentIsUnderstoodInBothLanguages() {
        assertThat(Contracts.examples("triage/case.assessed.v1", CaseAssessed.class))
                .isNotEmpty()
                .allSatisfy(assessed ->
                        assertThat(assessed.reasons())
                                .allSatisfy(reason ->
                                        assertThat(reason.in(Language.ZH))
                                                .isNotEqualTo(reason.in(Language.EN))));
    }

    @Test
    void everyExampleOfAWithdrawalIsUnderstood() {
        assertThat(Contracts.examples("intake/case.withdrawn.v1", CaseWithdrawn.class))
                .isNotEmpty()
                .allSatisfy(withdrawn -> assertThat(withdrawn.round()).isPositive());
    }
}
