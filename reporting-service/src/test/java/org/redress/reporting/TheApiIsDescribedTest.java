package org.redress.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.TestIssuer;

@WithPlatform
class TheApiIsDescribedTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL openapi;

    @TestHTTPResource(value = "/health/live", management = true)
    URL live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void with_an_example_of_every_answer() {
        given().get(openapi)
                .then()
                .statusCode(200)
                .body("info.title", containsString("reporting"))
                .body("paths", hasKey("/api/v1/metrics/daily"))
                .body("paths", hasKey("/api/v1/cases/{number}/timeline"))
                .body(
                        "paths.findAll { it.key.contains('timeline') || it.key.contains('daily') }"
                                + ".collect { it.value.get.responses.'200'.content.'application/json' }",
                        everyItem(hasKey("examples")))
                .body(
                        "paths.'/api/v1/metrics/daily'.get.responses.'200'.content.'text/csv'.examples",
                        notNullValue());
    }

    @Test
    void with_parameters_that_a_generator_understands() {
        given().get(openapi)
                .then()
                .body(
                        "paths.'/api/v1/metrics/daily'.get.parameters.findAll { it.in == 'query' }"
                                + ".schema.collect { it.format ?: it.get('$ref') }",
                        everyItem(notNullValue()))
                .body("paths.'/api/v1/metrics/daily'.get.operationId", notNullValue())
                .body(
                        "paths.'/api/v1/cases/{number}/timeline'.get.parameters"
                                + ".findAll { it.name == 'number' }.schema.pattern",
                        hasItem("^C-[0-9]{8}-[0-9]{6,18}$"));
    }

    @Test
    void and_its_health_and_measures_are_at_the_other_port() {
        given().get(ready).then().statusCode(200);
        given().get(metrics).then().statusCode(200).body(containsString("outbox_"));
        given().get("/q/metrics").then().statusCode(404);
        given().get("/q/openapi").then().statusCode(404);
    }

    @Test
    void and_it_lives_only_with_its_loops() {
        given().get(live)
                .then()
                .statusCode(200)
                .body("checks.name", hasItems("loops"))
                .body(
                        "checks.find { it.name == 'loops' }.data.keySet()",
                        hasItem(containsString("due-loop")));
    }

    @Test
    void and_it_listens_where_others_reach_it() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .doesNotContain("quarkus.http.host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/metrics/daily?from=2026-11-01&to=2026-11-02&unit=hq",
                "/api/v1/cases/C-20261121-000420/timeline?unit=hq"
            })
    void and_a_parameter_that_it_does_not_know_is_refused_by_name(String door) {
        given().auth()
                .oauth2(TestIssuer.token("liu.yang", Set.of("admin"), "hq"))
                .get(door)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("unit"));
    }
}
