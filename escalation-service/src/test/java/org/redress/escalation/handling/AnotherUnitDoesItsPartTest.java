package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/** The unit that has a case asks another one to do its part (协办; ES-02, ES-40). */
@WithEscalation
class AnotherUnitDoesItsPartTest {

    private static final String LEAD = "hq/public-relations";
    private static final String ASKED = "hq/legal";

    @Inject MutableClock clock;

    @Test
    void it_receives_answers_is_returned_once_and_accepted_and_the_case_waits_for_it() {
        CaseStory story = accepted();
        seenBy(story, ASKED).statusCode(404);
        int before = owed(ASKED);
        String id = ask(story, ASKED);

        seenBy(story, ASKED).statusCode(200).body("asked", contains(ASKED));
        lists(ASKED).body(itemOf(story) + ".nextDueAt", equalTo(dueIn(2)));
        assertThat(owed(ASKED) - before).isEqualTo(1);
        story.resolve().statusCode(409).body("detail", containsString(ASKED));
        asked(story)
                .body(Map.of("resolution", "Not theirs to give."))
                .post(story.path("resolution"))
                .then()
                .statusCode(403);
        story.does("chen.wei", "handler", door(id, "acceptance"), Map.of()).statusCode(409);

        asked(story).post(story.path(door(id, "receipt"))).then().statusCode(200);
        answer(story, id, "No contract.").statusCode(200);
        lead(story, id, "return", Map.of("reason", "Since when?", "dueAt", dueIn(4)))
                .statusCode(200)
                .body("coHandlings[0].state", equalTo("RETURNED"))
                .body("coHandlings[0].dueAt", equalTo(dueIn(4)));
        answer(story, id, "Since May.").statusCode(200);
        lead(story, id, "return", Map.of("reason", "Who?"))
                .statusCode(409)
                .body("detail", containsString("once"));
        assertThat(owed(ASKED) - before).isZero();
        lead(story, id, "acceptance", Map.of())
                .statusCode(200)
                .body("journal.activity", hasItem("CO_HANDLING_ANSWERED"))
                .body("journal.text", hasItem("Since May."));

        seenBy(story, ASKED).statusCode(404);
        story.resolve().statusCode(200).body("handler", equalTo("chen.wei"));
        tells(
                story,
                "case.co-handling-requested",
                "case.co-handling-received",
                "case.co-handling-answered",
                "case.co-handling-returned",
                "case.co-handling-answered",
                "case.co-handling-accepted");
    }

    @Test
    void what_a_unit_owes_has_a_clock_of_its_own_in_that_unit() {
        CaseStory story = accepted();
        asks(story, Map.of("unit", ASKED, "words", "Are we bound?")).statusCode(200);
        String id = story.view().path("coHandlings[0].coHandlingId");
        String its = "clocks.findAll { it.clock == 'UNIT_ANSWER' }";

        story.view()
                .then()
                .body(its + ".reference", contains(id))
                .body(its + ".state", contains("RUNNING"))
                .body("coHandlings[0].dueAt", equalTo(story.view().path(its + "[0].dueAt")));
        clock.add(Duration.ofMinutes(1));
        answer(story, id, "No.").statusCode(200).body(its + ".state", contains("MET"));
        clock.add(Duration.ofMinutes(1));
        lead(story, id, "return", Map.of("reason", "Why?"))
                .statusCode(200)
                .body(its + ".state", contains("MET", "RUNNING"));
        lead(story, id, "withdrawal", Map.of("reason", "Found it."))
                .statusCode(200)
                .body(its + ".state", contains("MET", "ENDED"));
    }

    @Test
    void what_the_end_of_a_case_finds_open_is_withdrawn_and_so_told() {
        CaseStory story = accepted();
        ask(story, ASKED);
        String other = ask(story, "hq/finance");
        lead(story, other, "withdrawal", Map.of("reason", "Found it myself."))
                .statusCode(200)
                .body("asked", contains(ASKED));

        story.withdraw();
        story.awaitStatus("CLOSED");

        story.view()
                .then()
                .body("asked", equalTo(List.of()))
                .body("coHandlings.state", contains("WITHDRAWN", "WITHDRAWN"));
        tells(
                story,
                "case.co-handling-requested",
                "case.co-handling-requested",
                "case.co-handling-withdrawn",
                "case.co-handling-withdrawn");
    }

    @Test
    void only_the_unit_that_is_asked_answers_and_only_another_one_is_asked() {
        CaseStory story = accepted();
        String id = ask(story, ASKED);

        CaseStory.with("yuan.mei", "manager", LEAD)
                .header("If-Match", story.view().getHeader("ETag"))
                .contentType("application/json")
                .body(Map.of("answer", "We answer ourselves."))
                .post(story.path(door(id, "answer")))
                .then()
                .statusCode(403);
        asks(story, Map.of("unit", LEAD, "words", "?"))
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        asks(story, Map.of("unit", "hq/nowhere", "words", "?"))
                .statusCode(400)
                .body("violations.field", hasItem("unit"));
        asks(story, Map.of("unit", "hq/finance", "words", "?", "dueAt", dueIn(-1)))
                .statusCode(400)
                .body("violations.field", hasItem("dueAt"));
        asks(story, Map.of("unit", ASKED, "words", "?")).statusCode(409);
        answer(story, "01a1f0b2-2c40-7c8e-9a2f-3f6f0d5a7b21", "?")
                .statusCode(404)
                .body("violations.field", hasItem("coHandlingId"));
    }

    @Test
    void a_case_whose_clock_is_paused_for_the_customer_waits_for_them() {
        CaseStory story = accepted();
        String clockId = story.view().path("clocks.find { it.clock == 'RESOLUTION' }.clockId");
        String waiting = "/api/v1/handlings?limit=200&list=WAITING";
        String mine = "items.find { it.caseNumber == '" + story.number() + "' }";
        manager().get(waiting).then().body(mine, equalTo(null));

        clock.add(Duration.ofMinutes(1));
        story.as("chen.wei", "handler")
                .body(Map.of("reason", "CUSTOMER", "note", "photographs"))
                .post("/api/v1/clocks/" + clockId + "/pause")
                .then()
                .statusCode(200);
        manager().get(waiting).then().body(mine + ".status", equalTo("IN_PROGRESS"));

        clock.add(Duration.ofMinutes(1));
        story.as("chen.wei", "handler")
                .post("/api/v1/clocks/" + clockId + "/resume")
                .then()
                .statusCode(200);
        manager().get(waiting).then().body(mine, equalTo(null));
    }

    private static CaseStory accepted() {
        CaseStory story = CaseStory.assigned("LOW", LEAD);
        story.accept().statusCode(200);
        return story;
    }

    private String ask(CaseStory story, String unit) {
        asks(story, Map.of("unit", unit, "words", "Are we bound?", "dueAt", dueIn(2)))
                .statusCode(200)
                .body("coHandlings[-1].state", equalTo("REQUESTED"));
        return story.view().path("coHandlings[-1].coHandlingId");
    }

    private static ValidatableResponse asks(CaseStory story, Map<String, String> request) {
        return story.does("chen.wei", "handler", "co-handlings", request);
    }

    private static ValidatableResponse lead(
            CaseStory story, String id, String verb, Map<String, String> request) {
        return story.does("chen.wei", "handler", door(id, verb), request);
    }

    private static ValidatableResponse answer(CaseStory story, String id, String words) {
        return asked(story)
                .body(Map.of("answer", words))
                .post(story.path(door(id, "answer")))
                .then();
    }

    /** A request of somebody of the unit that is asked. */
    private static RequestSpecification asked(CaseStory story) {
        return CaseStory.with("fan.li", "handler", ASKED)
                .header("If-Match", story.view().getHeader("ETag"))
                .contentType("application/json");
    }

    private static String door(String id, String verb) {
        return "co-handlings/" + id + "/" + verb;
    }

    private static ValidatableResponse seenBy(CaseStory story, String unit) {
        return CaseStory.with("fan.li", "handler", unit).get(story.path("handling")).then();
    }

    private static ValidatableResponse lists(String unit) {
        return CaseStory.with("fan.li", "handler", unit)
                .get("/api/v1/handlings?limit=200&list=CO_HANDLING")
                .then();
    }

    private static String itemOf(CaseStory story) {
        return "items.find { it.caseNumber == '" + story.number() + "' }";
    }

    private static int owed(String unit) {
        Integer count =
                CaseStory.with("fan.li", "handler", unit)
                        .get("/api/v1/handlings/counts")
                        .path("items.find { it.unit == '" + unit + "' }?.coHandlings");
        return count == null ? 0 : count;
    }

    private static RequestSpecification manager() {
        return CaseStory.with("wang.fang", "manager", "hq");
    }

    private String dueIn(int hours) {
        return clock.instant().plus(Duration.ofHours(hours)).toString();
    }

    private static void tells(CaseStory story, String... types) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(story.told())
                                .filteredOn(type -> type.startsWith("case.co-handling"))
                                .containsExactly(types));
        assertThat(story.messages())
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
    }
}
