package org.redress.reporting;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.notNullValue;

import org.junit.jupiter.api.Test;

@WithPlatform
class TheApiIsDescribedTest {

    @Test
    void withAnExampleOfEveryAnswer() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("info.title", containsString("reporting"))
                .body("paths", hasKey("/api/v1/metrics/daily"))
                .body("paths", hasKey("/api/v1/cases/{number}/timeline"))
                .body(
                        "paths.collect { it.value.get.responses.'200'.content.'application/json' }",
                        everyItem(hasKey("examples")))
                .body(
                        "paths.'/api/v1/metrics/daily'.get.responses.'200'.content.'text/csv'.examples",
                        notNullValue());
    }

    @Test
    void andItsHealthAndMeasuresAreOpen() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("outbox_"));
    }
}
