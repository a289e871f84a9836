package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.redress.platform.web.Callers.potter;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.web.outage.Scrubbed;

@WithDoors
class TheDatabaseIsAwayTest {

    private final SmallPool pool;

    TheDatabaseIsAwayTest(SmallPool pool) {
        this.pool = pool;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53300", "57P01", "57P03", "58030", "25006", "55P03", "40P01",
                "40001"
            })
    void the_caller_shall_come_again(String state) {
        potter().queryParam("state", state)
                .get("/shelf/away")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"))
                .body(not(containsString("secret")));
    }

    @Test
    void whose_connection_is_lost_at_the_commit_shall_come_again() {
        potter().get("/shelf/cut")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("unavailable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc", "jdbi"})
    void whoever_gets_no_connection_from_the_pool_shall_come_again(String by) throws SQLException {
        try (var _ = pool.dataSource().getConnection()) {
            potter().queryParam("by", by)
                    .get("/shelf/waited")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("2"))
                    .body("code", equalTo("unavailable"));
        }
        potter().queryParam("by", by).get("/shelf/waited").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021"})
    void a_bug_stays_a_bug(String state) {
        potter().queryParam("state", state).get("/shelf/away").then().statusCode(500);
    }

    @Test
    void a_deadlock_is_tried_again_and_nobody_notices() {
        potter().get("/shelf/glued").then().statusCode(200).body(is("3"));
    }

    @Test
    void what_is_logged_of_it_repeats_no_row() {
        var failure =
                new IllegalStateException(
                        "arguments: {name: Li}",
                        new SQLException("Failing row contains (Li)", "23502"));
        assertThat(Scrubbed.of(failure))
                .hasStackTraceContaining("23502")
                .hasStackTraceContaining("what_is_logged_of_it_repeats_no_row")
                .satisfies(logged -> {
                    var lines = new StringWriter();
                    logged.printStackTrace(new PrintWriter(lines));
                    assertThat(lines.toString()).doesNotContain("Li)").doesNotContain("Li}");
                });
    }
}
