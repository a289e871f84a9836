package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.triage.assessment.Officers.officer;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.triage.WithTriage;
import org.redress.triage.signals.Reading;
import org.redress.triage.signals.TextSignals;

@WithTriage
class WhateverJudgingFailsOnTest {

    @Inject TextSignals texts;

    @Test
    void the_case_goes_on_as_high_waits_for_review_and_the_watch_is_told() {
        // given
        QuarkusMock.installMockForInstance(new Unreadable(), texts);

        // when
        var story = Story.at("hq").registered("店里起火了");

        // then
        var event = story.assessed(1);
        assertThat(event.json().get("severity").asText()).isEqualTo("HIGH");
        assertThat(Contract.of(event.type()).faults(event.text())).isEmpty();
        given().auth()
                .oauth2(officer("hq"))
                .get("/api/v1/cases/{number}/assessment", story.number)
                .then()
                .body("review", equalTo(List.of("RULES_FAILED")));
        given().auth()
                .oauth2(officer("hq"))
                .queryParam("limit", 200)
                .get("/api/v1/review-queue")
                .then()
                .body("items.caseNumber", hasItem(story.number));
        TestTopics.await(
                "redress.alarms",
                alarm ->
                        "RULES_FAILED".equals(alarm.json().get("kind").asText())
                                && story.caseId.equals(alarm.json().path("caseId").asText()));
    }

    /** On every text a thread has too little stack for what reading asks of it. */
    private static final class Unreadable extends TextSignals {

        @Override
        public Reading read(String subject, String description) {
            throw new StackOverflowError("for the test");
        }
    }
}
