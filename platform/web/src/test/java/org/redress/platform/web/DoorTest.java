package org.redress.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.testing.TestIssuer;

@WithDoors
class DoorTest {

    private static final String GOOD = "{\"label\": {\"text\": \"plums\"}}";

    private final Jars jars;
    private final DataSource dataSource;

    DoorTest(Jars jars, DataSource dataSource) {
        this.jars = jars;
        this.dataSource = dataSource;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"label": {"text": ""}}                          | label.text | blank
                    {}                                               | label      | null
                    {"label": {"text": "a", "colour": "red"}}        | label.colour | not a known field
                    {"label": {"text": "a"}, "weight": 3}            | weight     | not a known field
                    {"label": {"text": "a"}, "lid": "GLUE"}          | lid        | CORK, SCREW
                    {"label": {"text": "a"}, "filledAt": "tomorrow"} | filledAt   | form
                    {"label": "a"}                                   | label      | form
                    {"label": {"text": "a"}, "size": {"litres": 0}}  | size       | at least a litre
                    """)
    void a_bad_field_is_named(String body, String field, String message) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", is(400))
                .body("violations.field", hasItem(field))
                .body("violations.message", hasItem(containsString(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"label\": ", "nonsense", "[]", "null", "''"})
    void what_is_no_fitting_json_is_a_bad_request(String body) {
        post(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void without_a_token_or_with_a_bad_one_the_answer_is_401() {
        given().get("/jars").then().statusCode(401).header("WWW-Authenticate", notNullValue());
        bearer(TestIssuer.expiredToken("a", Set.of("potter"))).get("/jars").then().statusCode(401);
        bearer(TestIssuer.foreignToken("a", Set.of("potter")))
                .get("/jars")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("title", equalTo("Unauthorized"));
    }

    @Test
    void another_role_may_not_and_a_forgotten_annotation_denies() {
        bearer(TestIssuer.token("a", Set.of("smith")))
                .get("/jars")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        potter().get("/jars/forgotten").then().statusCode(403);
    }

    @Test
    void wrong_addresses_methods_and_media_types_are_problems() {
        potter().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        potter().delete("/jars").then().statusCode(405).contentType("application/problem+json");
        potter().accept("image/png")
                .get("/jars")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
        potter().contentType("text/plain")
                .body("a jar")
                .post("/jars")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_body_of_two_megabytes_is_too_large() {
        post("{\"label\": {\"text\": \"%s\"}}".formatted("x".repeat(2 * 1024 * 1024)))
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void a_bug_tells_nothing_internal() {
        potter().get("/jars/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(not(containsString("secret")));
    }

    @Test
    void a_repeated_key_gets_the_first_answer_again() {
        // given
        var key = UUID.randomUUID().toString();

        // when
        var first = post(key, GOOD).statusCode(201).extract();
        var second = post(key, GOOD).statusCode(201).extract();

        // then
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_key_with_another_body_is_refused_and_another_persons_key_is_another_key() {
        // given
        var key = UUID.randomUUID().toString();
        var first = post(key, GOOD).statusCode(201).extract().asString();

        // then
        post(key, GOOD.replace("plums", "pears"))
                .statusCode(422)
                .body("violations.field", hasItem("Idempotency-Key"));
        bearer(TestIssuer.token("other", Set.of("potter")))
                .header("Idempotency-Key", key)
                .body(GOOD)
                .post("/jars")
                .then()
                .statusCode(201)
                .body(not(equalTo(first)));
        post("a key", GOOD).statusCode(400).body("violations.field", hasItem("Idempotency-Key"));
        post("k".repeat(256), GOOD).statusCode(400);
        post("k".repeat(255), GOOD).statusCode(201);
    }

    @Test
    void a_key_that_is_still_at_work_is_a_conflict() {
        // given
        var key = UUID.randomUUID().toString();
        var slow = GOOD.replace("plums", "slow");
        var first =
                CompletableFuture.supplyAsync(
                        () -> post(key, slow).statusCode(201).extract().asString());
        jars.awaitSlowOne();

        // when
        post(key, slow).statusCode(409);
        jars.endSlowOne();

        // then
        var made = first.join();
        assertThat(post(key, slow).statusCode(201).extract().asString()).isEqualTo(made);
    }

    @Test
    void a_deadlock_is_tried_again_with_the_same_key() {
        var key = UUID.randomUUID().toString();
        var first = post(key, GOOD.replace("plums", "stuck")).statusCode(201).extract();
        assertThat(post(key, GOOD.replace("plums", "stuck")).statusCode(201).extract().asString())
                .isEqualTo(first.asString());
    }

    @Test
    void a_refusal_is_not_remembered() {
        // given
        var key = UUID.randomUUID().toString();

        // when
        post(key, GOOD.replace("plums", "refused")).statusCode(409);

        // then
        post(key, GOOD).statusCode(201);
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        potter().put("/jars/1").then().statusCode(428);
        potter().header("If-Match", " ").put("/jars/1").then().statusCode(428);
        potter().header("If-Match", "\"6\"").put("/jars/1").then().statusCode(412);
        potter().header("If-Match", "W/\"7\"").put("/jars/1").then().statusCode(412);
        potter().header("If-Match", "*").put("/jars/1").then().statusCode(204);
        potter().header("If-Match", "\"7\"")
                .put("/jars/1")
                .then()
                .statusCode(204)
                .header("ETag", "\"8\"");
    }

    @Test
    void a_cursor_leads_on_and_a_foreign_one_is_refused() {
        var next = potter().get("/jars").then().statusCode(200).extract().path("next").toString();
        potter().queryParam("cursor", next)
                .get("/jars")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of("2026", "first")));
        potter().queryParam("cursor", "bm9uc2Vuc2U")
                .get("/jars")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }

    @Test
    void a_caller_sees_own_units_and_those_below_and_the_read_is_written_down() {
        // when
        bearer(TestIssuer.token("li.na", Set.of("potter"), "hq/outlets"))
                .queryParam("unit", "hq/outlets", "hq/outlets/east", "hq", "hq/outlets-2")
                .get("/jars/seen")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of(true, true, false, false)));

        // then
        assertThat(readersOf("jar")).containsExactly("li.na");
    }

    private List<String> readersOf(String subjectKind) {
        return Jdbi.create(dataSource)
                .withHandle(handle ->
                        handle.createQuery(
                                        "select person_id from web.read_audit where subject_kind = ?")
                                .bind(0, subjectKind)
                                .mapTo(String.class)
                                .list());
    }

    private static ValidatableResponse post(String body) {
        return potter().body(body).post("/jars").then();
    }

    private static ValidatableResponse post(String key, String body) {
        return potter().header("Idempotency-Key", key).body(body).post("/jars").then();
    }

    private static RequestSpecification potter() {
        return bearer(TestIssuer.token("wang.fang", Set.of("potter"), "hq"));
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
