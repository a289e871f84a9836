package org.redress.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.triage.WithTriage;

@WithTriage
class WhatIntakeTellsOfACaseTest {

    private static final String CORRECTED = "redress.case.corrected.v1";

    @Test
    void a_unit_that_is_no_path_does_not_cost_the_case_and_the_watch_hears_of_it() {
        var story = Story.at("Not A Unit").registered("快递一直没到");

        assertThat(story.assessed(1).json().get("revision").asInt()).isEqualTo(1);
        TestTopics.await(
                "redress.alarms",
                alarm ->
                        "UNIT_UNKNOWN".equals(alarm.json().get("kind").asText())
                                && story.caseId.equals(alarm.json().path("caseId").asText()));
    }

    @Test
    void a_correction_that_comes_first_waits_for_its_own_case_and_for_no_other() {
        // given
        var early = Story.at("hq").corrected("店里起火了，有人受伤");

        // when
        Story.at("hq").registered("快递一直没到").assessed(1);
        early.registered("快递一直没到");

        // then
        assertThat(early.assessed(2).json().get("severity").asText()).isEqualTo("CRITICAL");
    }

    @Test
    void a_correction_in_a_later_round_is_judged_in_that_round() {
        // given
        var story = Story.at("hq").registered("快递一直没到");
        story.assessed(1);

        // when
        var correction = Contract.of(CORRECTED).example("kettle").put("round", 2);
        correction.put("description", "店里起火了，有人受伤");
        story.told(CORRECTED, correction);

        // then
        assertThat(story.assessed(2).json().get("round").asInt()).isEqualTo(2);
    }
}
