package org.redress.reporting.timeline;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.redress.reporting.events.EventType.ASSESSED;
import static org.redress.reporting.events.EventType.ASSIGNED;
import static org.redress.reporting.events.EventType.ESCALATION_ACKNOWLEDGED;
import static org.redress.reporting.events.EventType.ESCALATION_RAISED;
import static org.redress.reporting.events.EventType.MESSAGE_SENT;
import static org.redress.reporting.events.EventType.REGISTERED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.TestIssuer;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;

@WithPlatform
class TheTimelineIsAnsweredTest {
    private static final String DOOR = "/api/v1/cases/{number}/timeline";

    private static @Nullable LiveCase kettle;

    @Inject Jdbi jdbi;

    @Test
    void as_the_whole_story_of_all_services_in_order() {
        var customerCase = kettle();

        as("handler", "hq")
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .get(DOOR, customerCase.number())
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .header("Vary", containsString("Accept-Language"))
                .body("caseNumber", equalTo(customerCase.number()))
                .body("registeredAt", equalTo("2026-11-21T06:02:11.482Z"))
                .body(
                        "items.type",
                        contains(
                                "redress.case.registered.v1",
                                "redress.case.assessed.v1",
                                "redress.case.assigned.v1",
                                "redress.escalation.raised.v1",
                                "redress.message.sent.v1",
                                "redress.escalation.acknowledged.v1"))
                .body("items[1].elapsedSeconds", equalTo(0.049F))
                .body("items[1].actor.kind", equalTo("RULE"))
                .body("items[1].what.severity", equalTo("CRITICAL"))
                .body("items[0].sentence", equalTo("Registered by the hotline for a customer."));
    }

    @Test
    void in_chinese_unless_english_is_asked_for() {
        as("intake-agent", "hq")
                .get(DOOR, kettle().number())
                .then()
                .header("Content-Language", "zh-CN")
                .body("items.sentence", hasItem("通过热线电话登记，客户类型：普通客户。"));
    }

    @Test
    void also_while_the_registration_is_still_on_its_way() {
        var customerCase = LiveCase.ofToday().tells(ASSESSED, "kettle");
        LiveCase.ofToday().tells(REGISTERED, "kettle").tells(ASSESSED, "kettle");

        await().untilAsserted(() ->
                as("manager", "hq")
                        .get(DOOR, customerCase.number())
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(1)));
    }

    @Test
    void only_to_those_who_see_the_unit_that_owns_the_case() {
        var number = kettle().number();

        as("manager", "hq/quality").get(DOOR, number).then().statusCode(200);
        as("manager", "hq/finance").get(DOOR, number).then().statusCode(404);
        as("nobody", "hq").get(DOOR, number).then().statusCode(403);
        given().get(DOOR, number).then().statusCode(401);
    }

    @Test
    void to_every_unit_as_long_as_none_owns_the_case() {
        var customerCase = LiveCase.ofToday().tells(REGISTERED, "kettle");
        customerCase.awaitFact(_ -> true);

        as("manager", "hq/finance").get(DOOR, customerCase.number()).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "intake-agent, 404",
        "triage-officer, 404",
        "handler, 404",
        "manager, 404",
        "commander, 404",
        "bi-analyst, 404",
        "admin, 404",
        "auditor, 403",
        "nobody, 403"
    })
    void to_the_roles_that_work_with_cases_and_to_no_other(String role, int status) {
        as(role, "hq").get(DOOR, "C-20261121-000420").then().statusCode(status);
    }

    @Test
    void also_to_a_unit_that_keycloak_writes_with_a_slash() {
        var number = kettle().number();

        as("manager", "/hq/quality").get(DOOR, number).then().statusCode(200);
        as("manager", "/hq/finance").get(DOOR, number).then().statusCode(404);
    }

    @Test
    void and_it_is_written_down_who_read_it() {
        var customerCase = aKettle();

        as("manager", "hq/quality").get(DOOR, customerCase.number()).then().statusCode(200);
        as("manager", "hq/finance").get(DOOR, customerCase.number()).then().statusCode(404);

        assertThat(readersOf(customerCase.caseId())).containsExactly("li.na");
    }

    private List<String> readersOf(String caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select person_id from web.read_audit
                                where subject_kind = 'case' and subject_id = :case
                                """)
                        .bind("case", caseId)
                        .mapTo(String.class)
                        .list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-20261121-000421", "C-20261121", "000420", "C-20261121-00042x"})
    void not_for_a_number_that_is_mistyped(String number) {
        as("admin", "hq")
                .get(DOOR, number)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("number"));
    }

    @Test
    void a_refusal_reads_as_the_description_shows() {
        var refused = as("admin", "hq").get(DOOR, "C-20261121-000421").asByteArray();

        assertThat(EventJson.read(refused, ObjectNode.class))
                .isEqualTo(
                        EventJson.read(
                                Examples.WRONG_CHECK_DIGIT.getBytes(UTF_8), ObjectNode.class));
    }

    @Test
    void not_for_a_case_that_nobody_knows() {
        as("admin", "hq")
                .get(DOOR, "C-20261121-000420")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("C-20261121-000420"));
    }

    /** One for all who only look at it. */
    private static synchronized LiveCase kettle() {
        if (kettle == null) {
            kettle = aKettle();
        }
        return kettle;
    }

    private static LiveCase aKettle() {
        var customerCase =
                LiveCase.ofToday()
                        .tells(MESSAGE_SENT, "kettle-page-b-holder")
                        .tells(ESCALATION_ACKNOWLEDGED, "kettle")
                        .tells(ESCALATION_RAISED, "kettle-a-holder")
                        .tells(ASSIGNED, "kettle")
                        .tells(ASSESSED, "kettle")
                        .tells(REGISTERED, "kettle");
        customerCase.awaitFact(fact ->
                fact.has("assessedAt")
                        && fact.has("firstAcknowledgedAt")
                        && fact.get("messagesSent").asInt() == 1);
        return customerCase;
    }

    private static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(TestIssuer.token("li.na", Set.of(role), unit));
    }
}
