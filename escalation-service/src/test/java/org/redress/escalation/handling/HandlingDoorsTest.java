package org.redress.escalation.handling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;

@WithEscalation
class HandlingDoorsTest {

    @Inject DueLoop timer;

    @Test
    void a_case_goes_from_the_phone_to_a_satisfied_customer() {
        CaseStory story = CaseStory.assigned("MEDIUM", "hq/logistics");

        story.accept()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("handler", equalTo("chen.wei"));
        story.note("NOTE").statusCode(200);
        story.note("FIRST_RESPONSE").statusCode(200);
        story.resolve().statusCode(200).body("status", equalTo("RESOLVED"));
        story.satisfaction(1, "SATISFIED", 1);
        story.awaitStatus("CLOSED");

        story.view()
                .then()
                .body("closedAs", equalTo("SATISFIED"))
                .body("clocks.state", equalTo(List.of("MET", "MET", "MET")))
                .body("escalations", hasSize(0))
                .body(
                        "journal.activity",
                        equalTo(
                                List.of(
                                        "ASSIGNED",
                                        "ACCEPTED",
                                        "NOTE",
                                        "FIRST_RESPONSE",
                                        "RESOLVED",
                                        "CLOSED_SATISFIED")));
        awaitTold(
                story,
                "case.assigned",
                "clock.started",
                "clock.started",
                "clock.started",
                "case.progressed",
                "clock.met",
                "case.progressed",
                "case.progressed",
                "clock.met",
                "case.resolved",
                "clock.met",
                "case.closed");
    }

    @Test
    void a_customer_who_is_not_satisfied_gets_a_new_round_that_the_unit_head_hears_of() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");

        story.satisfaction(1, "NOT_SATISFIED", 1);
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("round", equalTo(2))
                .body("tier", equalTo("T2"))
                .body("handler", equalTo(null))
                .body(
                        "clocks.findAll { it.round == 2 }.state",
                        equalTo(List.of("RUNNING", "RUNNING", "RUNNING")))
                .body("escalations[0].trigger", equalTo("REOPENED"))
                .body("escalations[0].pages.personId", equalTo(List.of("xu.qiang")));
    }

    @Test
    void the_third_vain_call_closes_the_case() {
        CaseStory story = CaseStory.resolved("LOW", "hq/quality");

        story.satisfaction(1, "UNREACHABLE", 1);
        story.satisfaction(1, "UNREACHABLE", 2);
        story.satisfaction(1, "UNREACHABLE", 3);
        story.awaitStatus("CLOSED");

        story.view().then().body("closedAs", equalTo("UNREACHABLE"));
    }

    @Test
    void an_assessment_that_comes_before_the_registration_waits_for_it() {
        CaseStory story = CaseStory.unknown();
        story.assess(1, "HIGH", "hq/finance");
        story.assess(2, "CRITICAL", "hq/finance");
        story.register();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    assertThat(story.view().path("severity").toString()).isEqualTo("CRITICAL");
                });

        story.view()
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("ownerUnit", equalTo("hq/finance"));
    }

    @Test
    void satisfaction_that_comes_before_the_resolution_waits_for_it() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.satisfaction(1, "SATISFIED", 1);
        story.accept().statusCode(200);
        timer.fireDue();
        story.view().then().body("status", equalTo("IN_PROGRESS"));
        story.resolve().statusCode(200);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    assertThat(story.view().path("status").toString()).isEqualTo("CLOSED");
                });
    }

    @Test
    void a_withdrawn_case_is_over_for_clocks_and_escalations() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/safety");

        story.withdraw();
        story.awaitStatus("CLOSED");

        story.view()
                .then()
                .body("closedAs", equalTo("WITHDRAWN"))
                .body("clocks.state", equalTo(List.of("ENDED", "ENDED", "ENDED")))
                .body("escalations.state", equalTo(List.of("ENDED")));
        CaseStory.with("wang.fang", "manager", "hq")
                .post("/api/v1/escalations/" + story.escalationId() + "/acknowledgment")
                .then()
                .statusCode(409);
    }

    @Test
    void a_revision_that_raises_the_severity_moves_the_case_and_reaches_somebody() {
        CaseStory story = CaseStory.assigned("LOW", "hq/logistics");
        story.accept().statusCode(200);

        story.assess(2, "CRITICAL", "hq/safety");
        story.awaitStatus("ASSIGNED");

        story.view()
                .then()
                .body("ownerUnit", equalTo("hq/safety"))
                .body("handler", equalTo(null))
                .body("escalations[0].pages.personId", equalTo(List.of("feng.tao")))
                .body(
                        "clocks.findAll { it.clock == 'UNIT_RECEIPT' }.calendar",
                        equalTo(List.of("working-hours", "24x7")))
                .body(
                        "clocks.find { it.clock == 'FIRST_RESPONSE' && it.state == 'RUNNING' }.calendar",
                        equalTo("24x7"));
    }

    @Test
    void the_same_request_a_second_time_gets_the_same_answer_and_does_nothing() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        var request = Map.of("kind", "NOTE", "note", "once");
        story.accept();
        String etag = story.view().getHeader("ETag");

        for (int i = 0; i < 2; i++) {
            CaseStory.with("chen.wei", "handler", "hq")
                    .header("If-Match", etag)
                    .header("Idempotency-Key", "note-" + story.id())
                    .contentType("application/json")
                    .body(request)
                    .post(story.path("progress"))
                    .then()
                    .statusCode(200);
        }

        story.view().then().body("journal.findAll { it.activity == 'NOTE' }", hasSize(1));
    }

    @Test
    void who_has_not_seen_the_present_version_changes_nothing() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        CaseStory.with("chen.wei", "handler", "hq")
                .post(story.path("acceptance"))
                .then()
                .statusCode(428);
        CaseStory.with("chen.wei", "handler", "hq")
                .header("If-Match", "\"77\"")
                .post(story.path("acceptance"))
                .then()
                .statusCode(412);

        story.view().then().body("status", equalTo("ASSIGNED"));
    }

    @Test
    void what_the_state_does_not_allow_is_a_conflict_that_says_why() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        story.resolve().statusCode(409).body("detail", containsString("Accept the case first"));
        story.accept();
        story.as("gao.peng", "handler")
                .post(story.path("acceptance"))
                .then()
                .statusCode(409)
                .body("detail", containsString("chen.wei"));
    }

    @Test
    void a_manager_may_resolve_for_the_handler_but_another_handler_may_not() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept();
        var resolution = Map.of("resolution", "Done.");

        story.as("gao.peng", "handler")
                .body(resolution)
                .post(story.path("resolution"))
                .then()
                .statusCode(409);
        story.as("wang.fang", "manager")
                .body(resolution)
                .post(story.path("resolution"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_case_of_another_unit_does_not_exist() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        String etag = story.view().getHeader("ETag");

        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get(story.path("handling"))
                .then()
                .statusCode(404);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .header("If-Match", etag)
                .post(story.path("acceptance"))
                .then()
                .statusCode(404);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get("/api/v1/handlings")
                .then()
                .body("items.caseNumber", not(hasItem(story.number())));
        CaseStory.with("song.yan", "handler", "hq/finance")
                .get("/api/v1/handlings?unit=hq/finance&status=ASSIGNED")
                .then()
                .body("items.caseNumber", hasItem(story.number()));
    }

    @Test
    void a_long_list_comes_in_parts() {
        for (int i = 0; i < 51; i++) {
            CaseStory story = CaseStory.unknown();
            story.register();
            story.assess(1, "LOW", "hq/outlets/west");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    timer.fireDue();
                    String cursor =
                            list("").then().body("items", hasSize(50)).extract().path("next");
                    list("&cursor=" + cursor)
                            .then()
                            .body("items", hasSize(1))
                            .body("next", equalTo(null));
                });
        list("&cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }

    private static Response list(String more) {
        return CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .get("/api/v1/handlings?status=ASSIGNED" + more);
    }

    @Test
    void bad_input_is_refused_by_name() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        String forged =
                story.number().substring(0, story.number().length() - 1)
                        + (story.number().endsWith("0") ? "1" : "0");

        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/cases/" + forged + "/handling")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("number"));
        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/cases/nonsense/handling")
                .then()
                .statusCode(400);
        CaseStory.with("chen.wei", "handler", "hq")
                .get(CaseStory.unknown().path("handling"))
                .then()
                .statusCode(404);
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"NOTE\"}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("note")));
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"SHOUT\", \"note\": \"x\"}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("kind")));
        story.as("chen.wei", "handler")
                .body("{\"kind\": \"NOTE\", \"note\": \"x\", \"mood\": 1}")
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("mood")));
        story.as("chen.wei", "handler")
                .body("{")
                .post(story.path("progress"))
                .then()
                .statusCode(400);
        CaseStory.with("chen.wei", "handler", "hq")
                .contentType("text/plain")
                .body("x")
                .post(story.path("progress"))
                .then()
                .statusCode(415);
        given().get(story.path("handling")).then().statusCode(401);
        CaseStory.with("sun.yu", "bi-analyst", "hq")
                .get(story.path("handling"))
                .then()
                .statusCode(403);
        CaseStory.with("chen.wei", "handler", "hq")
                .get("/api/v1/handlings?status=LOST")
                .then()
                .statusCode(oneOf(400, 404));
        story.view().then().body("status", equalTo("ASSIGNED"));
    }

    private static void awaitTold(CaseStory story, String... types) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).containsExactly(types));
    }
}
