package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.local.testing.TestTopics;

/** A unit that is none of ours costs neither the case nor its severity: the reception has it. */
@WithEscalation
class AnUnknownUnitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"quality", "hq/qualitty", "HQ/Quality", "hq quality", "", "firma/einkauf"})
    void a_fire_in_a_unit_that_there_is_not_reaches_the_reception(String unit) {
        CaseStory story = CaseStory.assigned("CRITICAL", unit);

        story.view()
                .then()
                .body("ownerUnit", equalTo("hq/customer-service"))
                .body("severity", equalTo("CRITICAL"))
                .body("escalations[0].pages[0].personId", equalTo("wang.fang"));
        assertThat(
                        TestTopics.await(
                                        "redress.alarms",
                                        message -> message.text().contains(story.id()))
                                .json()
                                .get("kind")
                                .textValue())
                .isEqualTo("UNIT_UNKNOWN");
    }

    /** As when triage is configured with a unit that the organisation does not have. */
    @Test
    void a_case_that_an_officer_moves_to_a_unit_that_there_is_not_stays_with_somebody() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        story.assess(2, "CRITICAL", "hq/shanghai");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        story.view()
                                .then()
                                .body("severity", equalTo("CRITICAL"))
                                .body("ownerUnit", equalTo("hq/customer-service"))
                                .body("escalations[0].pages[0].personId", equalTo("wang.fang")));
        assertThat(
                        TestTopics.await(
                                        "redress.alarms",
                                        message -> message.text().contains("hq/shanghai"))
                                .json()
                                .get("kind")
                                .textValue())
                .isEqualTo("UNIT_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({"/hq/quality, hq/quality", "hq/quality/, hq/quality"})
    void slashes_around_a_unit_do_not_make_it_another(String told, String unit) {
        CaseStory.assigned("LOW", told).view().then().body("ownerUnit", equalTo(unit));
    }
}
