package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.threeten.extra.MutableClock;

/** The lists by which people work, of a unit that no other test uses (RE-23). */
@WithEscalation
class WhatComesNextTest {

    private static final String UNIT = "hq/legal";

    @Inject MutableClock clock;

    @Test
    void the_most_urgent_comes_first_and_of_these_what_is_due_next() {
        CaseStory later = CaseStory.judged("COMPLAINT", "P3", "LOW", UNIT);
        CaseStory sooner = CaseStory.judged("COMPLAINT", "P3", "CRITICAL", UNIT);
        CaseStory first = CaseStory.judged("COMPLAINT", "P1", "LOW", UNIT);
        List<String> ours = List.of(first.number(), sooner.number(), later.number());

        assertThat(numbers("list=UNIT")).filteredOn(ours::contains).isEqualTo(ours);
        assertThat(inParts(UNIT, "list=UNIT&limit=1")).filteredOn(ours::contains).isEqualTo(ours);
        list("list=UNIT")
                .then()
                .body(itemOf(sooner) + ".nextDueClock", equalTo("UNIT_RECEIPT"))
                .body(
                        itemOf(sooner) + ".nextDueAt",
                        equalTo(
                                sooner.view()
                                        .path("clocks.find { it.clock == 'UNIT_RECEIPT' }.dueAt")));
    }

    @Test
    void a_case_goes_from_list_to_list() {
        CaseStory story = CaseStory.judged("COMPLAINT", "P2", "LOW", UNIT);
        assertThat(numbers("list=UNOWNED")).contains(story.number());
        assertThat(numbers("list=DUE")).contains(story.number());

        story.as("qian.feng", "handler").post(story.path("acceptance")).then().statusCode(200);
        assertThat(numbers("list=MINE")).contains(story.number());
        assertThat(numbers("list=UNOWNED")).doesNotContain(story.number());
        list("list=MINE").then().body(itemOf(story) + ".nextDueClock", equalTo("FIRST_RESPONSE"));

        clock.add(Duration.ofDays(30));
        assertThat(numbers("list=OVERDUE")).contains(story.number());
        assertThat(numbers("list=DUE")).doesNotContain(story.number());

        story.does("qian.feng", "handler", "resolution", Map.of("resolution", "Done."))
                .statusCode(200)
                .body("nextDueClock", equalTo("SATISFACTION_CALLBACK"));
        assertThat(numbers("list=WAITING")).contains(story.number());
        assertThat(numbers("list=MINE")).doesNotContain(story.number());
    }

    @Test
    void what_nobody_has_judged_comes_before_all_else() {
        String judged = CaseStory.judged("COMPLAINT", "P1", "LOW", "hq/customer-service").number();
        String registered = CaseStory.registered().number();

        List<String> unowned = inParts("hq/customer-service", "list=UNOWNED&limit=200");

        assertThat(unowned).containsSubsequence(registered, judged);
    }

    @Test
    void each_unit_is_counted_by_itself() {
        Map<String, Integer> before = count();
        CaseStory.judged("COMPLAINT", "P2", "LOW", UNIT);
        CaseStory accepted = CaseStory.judged("COMPLAINT", "P2", "LOW", UNIT);
        accepted.accept().statusCode(200);
        CaseStory resolved = CaseStory.judged("COMPLAINT", "P2", "LOW", UNIT);
        resolved.accept().statusCode(200);
        resolved.resolve().statusCode(200);

        Map<String, Integer> now = count();

        assertThat(now.get("open") - before.get("open")).isEqualTo(2);
        assertThat(now.get("unowned") - before.get("unowned")).isEqualTo(1);
        assertThat(now.get("due") - before.get("due")).isEqualTo(2);
        assertThat(now.get("waiting") - before.get("waiting")).isEqualTo(1);
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get("/api/v1/handlings/counts")
                .then()
                .body("items.unit", not(hasItem(UNIT)));
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        refused("list=UNIT&status=ASSIGNED", "status");
        refused("list=UNIT&cursor=bm9uc2Vuc2U", "cursor");
        refused("list=NOBODYS", "list");
        refused("list=UNIT&unit=HQ!", "unit");
        String foreign =
                CaseStory.with("wang.fang", "manager", "hq")
                        .get("/api/v1/handlings?limit=1")
                        .path("next");
        if (foreign != null) {
            refused("list=UNIT&cursor=" + foreign, "cursor");
        }
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get("/api/v1/handlings?list=UNIT&unit=" + UNIT)
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
    }

    private static void refused(String query, String field) {
        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/handlings?" + query)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    private static Map<String, Integer> count() {
        List<Map<String, Object>> items =
                CaseStory.with("qian.feng", "manager", UNIT)
                        .get("/api/v1/handlings/counts")
                        .path("items");
        return items.isEmpty()
                ? Map.of("open", 0, "unowned", 0, "due", 0, "overdue", 0, "waiting", 0)
                : ofNumbers(items.getFirst());
    }

    private static Map<String, Integer> ofNumbers(Map<String, Object> item) {
        return Map.of(
                "open", (Integer) item.get("open"),
                "unowned", (Integer) item.get("unowned"),
                "due", (Integer) item.get("due"),
                "overdue", (Integer) item.get("overdue"),
                "waiting", (Integer) item.get("waiting"));
    }

    private static String itemOf(CaseStory story) {
        return "items.find { it.caseNumber == '%s' }".formatted(story.number());
    }

    private static List<String> numbers(String query) {
        return list(query + "&limit=200").path("items.caseNumber");
    }

    private static List<String> inParts(String unit, String query) {
        var all = new ArrayList<String>();
        @Nullable String next = null;
        do {
            Response part = list(unit, query + (next == null ? "" : "&cursor=" + next));
            all.addAll(part.path("items.caseNumber"));
            next = part.path("next");
        } while (next != null);
        return all;
    }

    private static Response list(String query) {
        return list(UNIT, query);
    }

    private static Response list(String unit, String query) {
        return CaseStory.with("qian.feng", "handler", unit).get("/api/v1/handlings?" + query);
    }
}
