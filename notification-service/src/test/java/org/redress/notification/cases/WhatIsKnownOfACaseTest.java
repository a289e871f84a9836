package org.redress.notification.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.recipients.Language;

/** In a database that forgets all of it. */
@WithNotification
class WhatIsKnownOfACaseTest {

    private static final String NUMBER = "C-20261121-000420";

    @Inject Cases cases;
    @Inject Jdbi jdbi;

    private final UUID caseId = UUID.fromString(Story.id());

    @BeforeEach
    void aCaseIsRegistered() {
        QuarkusTransaction.begin();
        cases.register(
                new NewCase(
                        caseId,
                        NUMBER,
                        Story.id(),
                        Language.EN,
                        story("It hums."),
                        List.of(),
                        true));
    }

    @AfterEach
    void nothingHasHappened() {
        QuarkusTransaction.rollback();
    }

    @Test
    void what_was_registered_is_known_also_when_it_is_told_again() {
        aCaseIsRegisteredAgain();

        assertThat(known().story()).contains(story("It hums."));
        assertThat(known().language()).isEqualTo(Language.EN);
        assertThat(known().danger()).isTrue();
        assertThat(known().erased()).isFalse();
        assertThat(known().assessment()).isEmpty();
    }

    @Test
    void a_correction_changes_what_is_known() {
        // when
        cases.correct(caseId, _ -> story("It gave a shock."));

        // then
        assertThat(known().story()).contains(story("It gave a shock."));
    }

    @Test
    void the_newest_judgment_is_known_though_it_came_first() {
        // when
        cases.assess(assessed(2, "EMERGENCY", "shock"));
        cases.assess(assessed(1, "INQUIRY", "question"));

        // then
        assertThat(known().assessment())
                .contains(
                        new KnownCase.Assessment(
                                "EMERGENCY", List.of(reason("shock")), List.of(signal("shock"))));

        // when
        cases.assess(assessed(3, "COMPLAINT", "noise"));

        // then
        assertThat(known().assessment().orElseThrow().caseClass()).isEqualTo("COMPLAINT");
    }

    @Test
    void words_that_cannot_be_opened_are_missing_and_the_rest_is_known() {
        cases.assess(assessed(1, "EMERGENCY", "shock"));

        // when
        change("update customer_case set sealed = '\\x0102' where case_id = ?");
        change("update assessment set sealed = '\\x0102' where case_id = ?");

        // then
        assertThat(known().story()).isEmpty();
        assertThat(known().assessment())
                .contains(new KnownCase.Assessment("EMERGENCY", List.of(), List.of()));
    }

    @Test
    void whatever_is_wrong_with_it_somebody_can_be_called_with_its_number() {
        var broken =
                new SealedCase(
                        caseId,
                        NUMBER,
                        Story.id(),
                        "en",
                        null,
                        false,
                        "{}",
                        null,
                        null,
                        null,
                        false);

        assertThat(cases.asFarAsKnown(broken, caseId, NUMBER))
                .isEqualTo(KnownCase.only(caseId, NUMBER));
        assertThat(cases.asFarAsKnown(null, caseId, NUMBER))
                .isEqualTo(KnownCase.only(caseId, NUMBER));
    }

    private void aCaseIsRegisteredAgain() {
        cases.register(
                new NewCase(
                        caseId, NUMBER, Story.id(), Language.ZH, story("other"), List.of(), false));
    }

    private KnownCase known() {
        return cases.find(caseId).orElseThrow();
    }

    private static CaseStory story(String excerpt) {
        return new CaseStory("Kettle", excerpt, "Shanghai", null);
    }

    private NewJudgment assessed(int revision, String caseClass, String word) {
        return new NewJudgment(
                caseId,
                revision,
                caseClass,
                "hq/quality",
                List.of(reason(word)),
                List.of(signal(word)));
    }

    private static Reason reason(String word) {
        return new Reason("rule", Map.of("en", word));
    }

    private static Signal signal(String word) {
        return new Signal("SIGNAL", List.of(word));
    }

    private void change(String statement) {
        cases.flush();
        jdbi.useHandle(handle -> handle.execute(statement, caseId));
    }
}
