package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.redress.platform.web.Callers.potter;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.platform.vault.Vault;

@WithDoors
class RememberedAnswersTest {

    private final DataSource dataSource;
    private final Vault vault;
    private final Idempotency idempotency;

    RememberedAnswersTest(DataSource dataSource, Vault vault, Idempotency idempotency) {
        this.dataSource = dataSource;
        this.vault = vault;
        this.idempotency = idempotency;
    }

    @Test
    void hold_no_word_in_clear_nor_the_key_nor_the_caller() {
        // when
        make("13800138000", "Mirabellen aus Nancy").statusCode(201);

        // then
        assertThat(rows())
                .isNotEmpty()
                .noneMatch(row -> row.contains("Mirabellen"))
                .noneMatch(row -> row.contains("13800138000"))
                .noneMatch(row -> row.contains("wang.fang"));
    }

    @Test
    void are_gone_with_whom_they_are_about() {
        // given
        var key = UUID.randomUUID().toString();
        make(key, "quinces").statusCode(201);

        // when
        vault.destroy(List.of(Jars.subject("quinces")));

        // then
        make(key, "quinces").statusCode(410).body("code", equalTo("erased"));
    }

    @Test
    void about_nobody_are_remembered_without_their_body() {
        // given
        var key = UUID.randomUUID().toString();
        potter().header("Idempotency-Key", key).post("/jars/counted").then().statusCode(200);

        // then
        potter().header("Idempotency-Key", key)
                .post("/jars/counted")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body(is(""));
    }

    @Test
    void are_given_again_for_a_day_and_then_forgotten() {
        // given
        var key = UUID.randomUUID().toString();
        var first = make(key, "medlars").statusCode(201).extract().asString();
        age("23 hours 59 minutes");
        assertThat(make(key, "medlars").statusCode(201).extract().asString()).isEqualTo(first);

        // when
        age("2 minutes");

        // then
        assertThat(make(key, "medlars").statusCode(201).extract().asString()).isNotEqualTo(first);

        // when
        age("25 hours");
        make(UUID.randomUUID().toString(), "sloes").statusCode(201);
        idempotency.forgetOldAnswers();

        // then
        assertThat(rows()).hasSize(1);
    }

    @Test
    void lead_to_no_other_host_than_the_one_that_was_called() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            potter().header("Host", "evil.example")
                    .header("Idempotency-Key", key)
                    .body("{\"label\": {\"text\": \"figs\"}}")
                    .post("/jars")
                    .then()
                    .statusCode(201)
                    .header("Location", containsString("/jars/"))
                    .header("Location", org.hamcrest.Matchers.startsWith("/"));
        }
    }

    /** All of them are older by so much. */
    private void age(String time) {
        Jdbi.create(dataSource)
                .useHandle(handle ->
                        handle.execute(
                                "update web.remembered_answer set answered_at = answered_at - cast(? as interval)",
                                time));
    }

    private List<String> rows() {
        return Jdbi.create(dataSource)
                .withHandle(handle ->
                        handle.createQuery(
                                        "select encode(key, 'escape') || encode(request, 'escape') || headers || coalesce(encode(body, 'escape'), '') from web.remembered_answer")
                                .mapTo(String.class)
                                .list());
    }

    private static io.restassured.response.ValidatableResponse make(String key, String label) {
        return potter().header("Idempotency-Key", key)
                .body("{\"label\": {\"text\": \"%s\"}}".formatted(label))
                .post("/jars")
                .then();
    }
}
