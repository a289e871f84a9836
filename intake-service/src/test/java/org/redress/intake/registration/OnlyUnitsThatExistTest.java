package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd;
import org.redress.intake.Organisation;
import org.redress.intake.WithIntake;
import org.redress.intake.organisation.KnownUnits;
import org.redress.local.testing.TestTopics;

/**
 * No case is said to concern a unit that is gone, or never was; and none is lost to it (ADR 14).
 */
@WithIntake
class OnlyUnitsThatExistTest {

    private static final String GONE = "hq/outlets/north";
    private static final String LAST = "hq/outlets/west";

    @Inject KnownUnits units;
    @Inject Jdbi jdbi;

    @BeforeEach
    void the_organisation_is_told() {
        Organisation.tells(GONE, false, 3);
        Organisation.isTold();
        await().until(() -> !units.exists(GONE) && units.exists(LAST));
    }

    @Test
    void the_unit_that_a_case_concerns_is_told_with_it() {
        // when
        String caseId = agent().body(aQueueIn(LAST)).post(CASES).path("caseId");

        // then
        assertThat(
                        TestTopics.await("redress.cases", caseId, "redress.case.registered.v1")
                                .json()
                                .at("/incident/unit")
                                .asText())
                .isEqualTo(LAST);
    }

    @Test
    void a_case_that_concerns_a_unit_that_is_gone_is_refused_and_the_field_named() {
        refused(agent().body(aQueueIn(GONE)).post(CASES));
    }

    @Test
    void so_is_a_correction() {
        // given
        FrontEnd.Registered registered = FrontEnd.aCase();

        // then
        refused(
                agent().header("If-Match", registered.etag())
                        .body(
                                "{\"incident\": {\"unit\": \"%s\"}, \"reason\": \"更正\"}"
                                        .formatted(GONE))
                        .post(registered.path() + "/corrections"));
    }

    @Test
    void whose_login_names_only_a_unit_that_is_gone_may_still_take_a_complaint_in() {
        // when
        Response answer = person("fan.xin", "intake-agent", GONE).body(aQueueIn(LAST)).post(CASES);

        // then
        answer.then().statusCode(201);
        assertThat(answer.<String>path("caseId"))
                .satisfies(caseId ->
                        assertThat(
                                        TestTopics.await(
                                                        "redress.cases",
                                                        caseId,
                                                        "redress.case.registered.v1")
                                                .attribute("orgunit"))
                                .isEqualTo(GONE));
    }

    @Test
    void of_the_units_of_a_login_the_first_that_exists_takes_it_in() {
        assertThat(units.takingIn(List.of(GONE, LAST, "hq"))).isEqualTo(LAST);
    }

    @Test
    void as_long_as_nothing_is_known_of_the_organisation_any_unit_may_be() {
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle -> handle.execute("delete from known_unit"));
            assertThat(units.exists("hq/never/heard-of")).isTrue();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void what_is_told_again_or_late_does_not_bring_it_back() {
        // when
        Organisation.tells(GONE, false, 3);
        Organisation.tells(GONE, true, 2);
        Organisation.tells("hq/outlets/south", true, 4);

        // then
        await().until(() -> units.exists("hq/outlets/south"));
        assertThat(units.exists(GONE)).isFalse();
    }

    @Test
    void what_is_no_unit_goes_to_the_dead_letters() {
        // when
        Organisation.tells("No Unit", true, 1);

        // then
        TestTopics.await(
                "redress.organisation.intake.dlq", letter -> "unit:No Unit".equals(letter.key()));
        assertThat(units.exists(LAST)).isTrue();
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("incident.unit")))
                .body("violations[0].message", equalTo("is no unit of the organisation"));
    }

    private static String aQueueIn(String unit) {
        return """
        {"channel": "SUGGESTION_BOX", "customer": {"name": "王小明"},
         "description": "退货窗口排队两小时", "incident": {"unit": "%s"}}
        """
                .formatted(unit);
    }
}
