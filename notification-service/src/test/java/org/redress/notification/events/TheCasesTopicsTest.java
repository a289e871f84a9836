package org.redress.notification.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.notification.recipients.Language;
import org.redress.platform.testing.Contract;

class TheCasesTopicsTest {
    @Test
    void every_example_of_a_registered_case_is_understood() {
        assertThat(Contract.of("redress.case.registered.v1").examplesAs(CaseRegistered.class))
                .isNotEmpty()
                .allSatisfy(registered -> assertThat(registered.timetable()).isNotEmpty())
                .extracting(CaseRegistered::tellsOfDanger)
                .contains(true, false);
        assertThat(Contract.of("redress.case.registered.v1").examplesAs(CaseRegistered.class))
                .extracting(CaseRegistered::language)
                .contains(Language.ZH, Language.EN);
    }

    @Test
    void every_example_of_a_correction_is_understood() {
        assertThat(Contract.of("redress.case.corrected.v1").examplesAs(CaseCorrected.class))
                .isNotEmpty()
                .allSatisfy(corrected -> assertThat(corrected.caseId()).isNotNull());
    }

    @Test
    void every_example_of_an_assessment_is_understood_in_both_languages() {
        assertThat(Contract.of("redress.case.assessed.v1").examplesAs(CaseAssessed.class))
                .isNotEmpty()
                .allSatisfy(assessed ->
                        assertThat(assessed.reasons())
                                .allSatisfy(reason ->
                                        assertThat(reason.in(Language.ZH))
                                                .isNotEqualTo(reason.in(Language.EN))));
    }

    @Test
    void every_example_of_a_withdrawal_is_understood() {
        assertThat(Contract.of("redress.case.withdrawn.v1").examplesAs(CaseWithdrawn.class))
                .isNotEmpty()
                .allSatisfy(withdrawn -> assertThat(withdrawn.round()).isPositive());
    }
}
