package org.redress.intake.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.CUSTOMERS;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.person;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;

@WithIntake
class TokensTest {

    private static final Set<String> AGENT = Set.of("intake-agent");

    static Stream<String> badTokens() {
        return Stream.of(
                TestIssuer.expiredToken("zhao.min", AGENT, "hq"),
                TestIssuer.foreignToken("zhao.min", AGENT, "hq"),
                TestIssuer.token("zhao.min", AGENT, "hq") + "x",
                "no.token.atall");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_token_that_is_not_ours_or_too_old_is_refused(String token) {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json");
    }

    @Test
    void without_a_token_nothing_is_accepted() {
        given().contentType(ContentType.JSON)
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"triage-officer", "handler", "manager", "commander", "bi-analyst", "admin"})
    void only_an_intake_agent_registers(String role) {
        person("somebody", role, "hq")
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
    }

    @Test
    void an_agent_of_no_unit_registers_nothing() {
        given().auth()
                .oauth2(TestIssuer.token("nobody", AGENT))
                .contentType(ContentType.JSON)
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(403)
                .body("detail", equalTo("Your login belongs to no unit."));
    }

    @Test
    void the_unit_as_a_group_mapper_writes_it_is_ours() {
        // when
        String caseId =
                person("zhao.min", "intake-agent", "/hq/customer-service")
                        .body(Examples.SUGGESTION_ZH)
                        .post(CASES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("caseId");

        // then
        assertThat(
                        TestTopics.await("redress.cases", caseId, "redress.case.registered.v1")
                                .attribute("orgunit"))
                .isEqualTo("hq/customer-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HQ Zentrale", "hq//east", "hq/客服", "hq/%", "hq/"})
    void a_unit_that_is_no_path_is_refused_at_the_door(String unit) {
        person("zhao.min", "intake-agent", unit)
                .body(Examples.SUGGESTION_ZH)
                .post(CASES)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("units-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake-agent", "handler", "manager", "bi-analyst"})
    void only_an_administrator_erases(String role) {
        person("somebody", role, "hq")
                .delete("/api/v1/customers/01a1fcb2-b09a-7107-a80e-369372f74d9d")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "intake-agent,   200",
        "triage-officer, 200",
        "handler,        200",
        "manager,        200",
        "commander,      200",
        "admin,          200",
        "bi-analyst,     403"
    })
    void everybody_reads_but_the_analyst(String role, int status) {
        Registered registered = aCase();
        for (String path :
                List.of(
                        CASES,
                        registered.path(),
                        registered.path() + "/journal",
                        CUSTOMERS + "/" + registered.customerId())) {
            person("somebody", role, "hq").get(path).then().statusCode(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"triage-officer", "handler", "manager", "commander", "admin"})
    void only_an_intake_agent_enrols_and_changes_customers(String role) {
        person("somebody", role, "hq")
                .body("{\"name\": \"王小明\"}")
                .post(CUSTOMERS)
                .then()
                .statusCode(403);
        person("somebody", role, "hq")
                .header("If-Match", "*")
                .body("{\"tier\": \"VIP\"}")
                .patch(CUSTOMERS + "/" + aCase().customerId())
                .then()
                .statusCode(403);
    }
}
