package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.triage.assessment.Officers.officer;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.vault.Vault;
import org.redress.triage.WithTriage;

/** What customers and officers said is sealed wherever it rests, and gone with the key (XX-03). */
@WithTriage
class AnErasedCustomerLeavesNoWordTest {

    private static final String SAID = "马克尔投诉热水壶漏电";
    private static final String WHY = "马克尔已经核实";
    private static final String MARK = "马克尔";

    @Inject Jdbi jdbi;

    @Inject Vault vault;

    @Test
    void no_table_holds_a_word_in_clear_even_before() {
        var story = Story.at("hq").registered(SAID);
        story.assessed(1);
        revise(story, 1).then().statusCode(201);
        var parked = Story.at("hq").corrected(SAID);
        await().until(() -> count("parked_correction", parked.caseId) == 1);

        assertThat(everyRow()).isNotEmpty().noneMatch(row -> row.contains(MARK));
    }

    @Test
    void the_levels_stay_and_the_words_are_gone() {
        // given
        var story = Story.at("hq").registered(SAID);
        story.assessed(1);
        revise(story, 1).then().statusCode(201);
        assertThat(latest(story).asString()).contains(WHY);

        // when
        story.erased();

        // then
        await().untilAsserted(() -> latest(story).then().body("erased", equalTo(true)));
        latest(story)
                .then()
                .statusCode(200)
                .body("caseClass", equalTo("COMPLAINT"))
                .body("reasons", nullValue())
                .body("signals", nullValue())
                .body("reason", nullValue());
        given().auth()
                .oauth2(officer("hq"))
                .get("/api/v1/cases/{number}/assessments", story.number)
                .then()
                .statusCode(200)
                .body("items.erased", equalTo(List.of(true, true)))
                .body("items.reason", everyItem(nullValue()));
    }

    @Test
    void nobody_judges_what_nobody_can_read_any_more() {
        // given
        var story = Story.at("hq").registered(SAID);
        story.assessed(1);
        story.erased();
        await().untilAsserted(() -> latest(story).then().body("erased", equalTo(true)));

        // when
        var revised = revise(story, 1);
        var next = Story.at("hq");
        story.corrected("马克尔被烫伤");
        next.registered(SAID).assessed(1);

        // then
        revised.then().statusCode(410);
        assertThat(TestTopics.read("redress.assessments", story.caseId)).hasSize(1);
    }

    @Test
    void a_case_that_comes_after_its_erasure_is_judged_and_no_word_of_it_is_kept_or_told() {
        // given
        var story = Story.at("hq").erased();
        await().until(() -> destroyed(story));

        // when
        story.registered(SAID);

        // then
        var event = story.assessed(1);
        assertThat(event.json().get("caseClass").asText()).isEqualTo("EMERGENCY");
        assertThat(event.text()).doesNotContain(MARK).doesNotContain("漏电");
        latest(story).then().body("erased", equalTo(true));
        assertThat(everyRow()).noneMatch(row -> row.contains(MARK));
    }

    private boolean destroyed(Story story) {
        return vault.isDestroyed(UUID.fromString(story.caseId));
    }

    private static Response revise(Story story, int revision) {
        return given().auth()
                .oauth2(officer("hq"))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + revision + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"caseClass\": \"COMPLAINT\", \"reason\": \"" + WHY + "\"}")
                .post("/api/v1/cases/{number}/assessments", story.number);
    }

    private static Response latest(Story story) {
        return given().auth()
                .oauth2(officer("hq"))
                .get("/api/v1/cases/{number}/assessment", story.number);
    }

    private long count(String table, String caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from <table> where case_id = :id")
                        .define("table", table)
                        .bind("id", UUID.fromString(caseId))
                        .mapTo(Long.class)
                        .one());
    }

    /** Every row of every table of this database, as text. */
    private List<String> everyRow() {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select table_schema || '.' || table_name from information_schema.tables
                                where table_type = 'BASE TABLE'
                                  and table_schema not in ('pg_catalog', 'information_schema')
                                """)
                        .mapTo(String.class)
                        .stream()
                        .flatMap(table ->
                                handle
                                        .createQuery("select t::text from " + table + " t")
                                        .mapTo(String.class)
                                        .list()
                                        .stream())
                        .toList());
    }
}
