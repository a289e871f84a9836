package org.redress.escalation.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;
import org.threeten.extra.MutableClock;

/** What a preview says is what happens, page by page at the same instants (issue 8). */
@WithEscalation
class APreviewComesTrueTest {

    @Inject MutableClock clock;
    @Inject DueLoop timer;

    @ParameterizedTest
    @CsvSource({
        "CRITICAL, hq/food-safety, hq/outlets/east",
        "HIGH, hq/quality, hq/outlets/west",
        "LOW, hq/outlets/east, hq/outlets/east"
    })
    void of_an_imagined_case(String severity, String unit, String incident) {
        JsonPath foreseen =
                preview(
                        Map.of(
                                "unit",
                                unit,
                                "severity",
                                severity,
                                "caseClass",
                                "EMERGENCY",
                                "category",
                                "PRODUCT_SAFETY",
                                "responseLevel",
                                "III",
                                "incidentUnit",
                                incident));
        CaseStory story = CaseStory.unknown();
        story.registerIn(incident);
        story.assess(1, severity, unit);
        story.awaitStatus("ASSIGNED");

        assertThat(clocksOf(story)).isEqualTo(clocksIn(foreseen));
        letPass(foreseen);

        assertThat(foreseen.getBoolean("complete")).isTrue();
        assertThat(pagesOf(story)).isNotEmpty().isEqualTo(pagesIn(foreseen));
    }

    @Test
    void of_a_real_case_as_it_goes_on() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");
        clock.add(Duration.ofMinutes(5));
        timer.fireDue();
        clock.add(Duration.ofMinutes(1));
        story.pageFailed(story.lastPage(), true);
        await().until(() -> story.paged().size() == 3);
        List<String> before = pagesOf(story);

        JsonPath foreseen = preview(Map.of("caseNumber", story.number()));
        letPass(foreseen);

        assertThat(pagesOf(story))
                .isEqualTo(Stream.concat(before.stream(), pagesIn(foreseen).stream()).toList());
    }

    @Test
    void who_asks_is_told_what_is_wrong_with_the_question() {
        ask(Map.of("severity", "HIGH"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        ask(Map.of("unit", "hq/moon", "severity", "HIGH"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        ask(Map.of("unit", "hq/legal"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("severity"));
        ask(Map.of("caseNumber", CaseStory.registered().number())).then().statusCode(409);
        CaseStory.with("ye.qing", "manager", "hq/outlets/west")
                .contentType("application/json")
                .body(Map.of("caseNumber", CaseStory.assigned("LOW", "hq/legal").number()))
                .post("/api/v1/previews/case")
                .then()
                .statusCode(404)
                .body("violations.field", equalTo(List.of("caseNumber")));
    }

    @Test
    void another_organisation_is_put_through_the_last_thirty_days() {
        CaseStory story = CaseStory.assigned("CRITICAL", "hq/quality");
        clock.add(Duration.ofMinutes(5));
        timer.fireDue();
        clock.add(Duration.ofMinutes(1));
        CaseStory.with("wang.fang", "manager", "hq")
                .post("/api/v1/escalations/" + story.escalationId() + "/acknowledgment")
                .then()
                .statusCode(200);
        String document =
                CaseStory.with("wang.fang", "manager", "hq").get("/api/v1/organisation").asString();
        String other =
                document.replace(
                        "\"unit\":\"hq/quality\",\"a\":\"zhang.lei\"",
                        "\"unit\":\"hq/quality\",\"a\":\"lin.yu\"");

        replay(other, 200)
                .body("items[0].caseNumber", equalTo(story.number()))
                .body("items[0].before.pages.person", equalTo(List.of("zhang.lei", "he.jing")))
                .body("items[0].after.pages.person", equalTo(List.of("lin.yu", "he.jing")))
                .body("items[0].different", equalTo(true))
                .body(
                        "items[0].says.en",
                        equalTo(
                                "Lin Yu, He Jing would have been paged instead of Zhang Lei, He Jing."));
        replay(document, 200).body("items[0].different", equalTo(false));
        replay(document.replace("\"a\":\"zhang.lei\"", "\"a\":\"no.one\""), 400)
                .body("violations.message", hasItem("unknown person 'no.one'"));
    }

    private static ValidatableResponse replay(String document, int status) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .body(document)
                .post("/api/v1/previews/replay?limit=1")
                .then()
                .statusCode(status);
    }

    private void letPass(JsonPath foreseen) {
        foreseen.<String>getList("timeline.at").stream()
                .map(Instant::parse)
                .distinct()
                .forEach(then -> {
                    clock.setInstant(then);
                    timer.fireDue();
                });
    }

    private static JsonPath preview(Map<String, ?> request) {
        return ask(request).then().statusCode(200).extract().jsonPath();
    }

    private static Response ask(Map<String, ?> request) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .body(request)
                .post("/api/v1/previews/case");
    }

    private static List<String> pagesIn(JsonPath foreseen) {
        return foreseen.<Map<String, Object>>getList("timeline").stream()
                .filter(entry -> entry.get("what").equals("PAGED"))
                .map(entry ->
                        "%s %s as %s of %s by %s %s.%s%s until %s"
                                .formatted(
                                        entry.get("at"),
                                        entry.get("person"),
                                        entry.get("role"),
                                        entry.get("unit"),
                                        entry.get("policy"),
                                        entry.get("repeat"),
                                        entry.get("step"),
                                        entry.get("holder"),
                                        entry.get("dueAt")))
                .toList();
    }

    private static List<String> pagesOf(CaseStory story) {
        return story.escalations().stream()
                .flatMap(escalation ->
                        pages(escalation)
                                .map(page ->
                                        "%s %s as %s of %s by %s %s.%s%s until %s"
                                                .formatted(
                                                        page.get("pagedAt"),
                                                        page.get("personId"),
                                                        page.get("roleId"),
                                                        page.get("unit"),
                                                        escalation.get("policyId"),
                                                        page.get("repeat"),
                                                        page.get("step"),
                                                        page.get("holder"),
                                                        page.get("acknowledgeBy"))))
                .toList();
    }

    @SuppressWarnings("unchecked") // As the API has them.
    private static Stream<Map<String, Object>> pages(Map<String, Object> escalation) {
        return ((List<Map<String, Object>>) escalation.get("pages")).stream();
    }

    private static Map<Object, Object> clocksIn(JsonPath foreseen) {
        Map<Object, Object> due = new HashMap<>();
        foreseen.<Map<String, Object>>getList("timeline").stream()
                .filter(entry -> entry.get("what").equals("CLOCK_RUNS"))
                .forEach(entry -> due.put(entry.get("clock"), entry.get("dueAt")));
        return due;
    }

    private static Map<Object, Object> clocksOf(CaseStory story) {
        Map<Object, Object> due = new HashMap<>();
        story.view().jsonPath().<Map<String, Object>>getList("clocks").stream()
                .filter(clock -> clock.get("state").equals("RUNNING"))
                .forEach(clock -> due.put(clock.get("clock"), clock.get("dueAt")));
        return due;
    }
}
