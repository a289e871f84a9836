package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.triage.assessment.Officers.officer;

import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.triage.Organisation;
import org.redress.triage.WithTriage;
import org.redress.triage.cases.Unit;
import org.redress.triage.organisation.KnownUnits;

/** Nobody is accountable in a unit that is gone, or never was (ADR 14). */
@WithTriage
class OnlyUnitsThatExistTest {

    private static final String RECEPTION = "hq/after-sales";
    private static final String GONE = "hq/outlets/north";
    private static final String LAST = "hq/outlets/west";

    @Inject KnownUnits units;

    @BeforeEach
    void the_organisation_is_told() {
        Organisation.tells(GONE, false, false, 3);
        Organisation.isTold(RECEPTION);
        await().until(() -> !exists(GONE) && exists(LAST));
    }

    @Test
    void a_matter_of_an_outlet_that_is_gone_is_the_receptions_and_the_watch_hears_of_it() {
        // when
        var story = Story.at(GONE).registered("网点排队等了两小时");

        // then
        assertThat(story.assessed(1).json().get("ownerUnit").asText()).isEqualTo(RECEPTION);
        TestTopics.await(
                "redress.alarms",
                alarm ->
                        "UNIT_UNKNOWN".equals(alarm.json().get("kind").asText())
                                && GONE.equals(alarm.json().get("thing").asText()));
    }

    @Test
    void an_officer_is_told_which_field_names_a_unit_that_is_gone() {
        // given
        var story = Story.at("hq/outlets/east").registered("网点排队等了两小时");
        story.assessed(1);

        // when
        var answer =
                given().auth()
                        .oauth2(officer("hq"))
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body("{\"ownerUnit\": \"%s\", \"reason\": \"网点已撤销\"}".formatted(GONE))
                        .post("/api/v1/cases/{number}/assessments", story.number);

        // then
        answer.then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("ownerUnit")))
                .body("violations[0].message", equalTo("is no unit of the organisation"));
    }

    @Test
    void what_is_told_again_or_late_does_not_bring_it_back() {
        // when
        Organisation.tells(GONE, false, false, 3);
        Organisation.tells(GONE, true, false, 2);
        Organisation.tells("hq/outlets/south", true, false, 4);

        // then
        await().until(() -> exists("hq/outlets/south"));
        assertThat(exists(GONE)).isFalse();
    }

    @Test
    void what_is_no_unit_goes_to_the_dead_letters() {
        // when
        Organisation.tells("No Unit", true, false, 1);

        // then
        TestTopics.await(
                "redress.organisation.triage.dlq", letter -> "unit:No Unit".equals(letter.key()));
        assertThat(exists(LAST)).isTrue();
    }

    private boolean exists(String path) {
        return units.exists(new Unit(path));
    }
}
