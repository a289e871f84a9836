package org.redress.intake.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;
import static org.redress.intake.FrontEnd.register;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestIssuer;

@WithIntake
class ListingTest {

    @Test
    void a_customers_cases_come_newest_first_page_by_page() {
        // given
        Registered first = aCase();
        Registered second = again(first);
        Registered third = again(first);

        // when
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            cursor = page(agent().queryParam("customerId", first.customerId()), cursor, listed);
        } while (cursor != null);

        // then
        assertThat(listed).containsExactly(third.number(), second.number(), first.number());
    }

    @Test
    void a_case_that_two_units_of_the_reader_see_comes_once_page_by_page() {
        // given
        Registered registered = aCase();
        List<Registered> cases = List.of(registered, again(registered), again(registered));
        cases.forEach(it -> Handling.of(it).assigned(1));
        cases.forEach(it ->
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                agent().get(it.path()).then().body("status", equalTo("ASSIGNED"))));

        // when
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            cursor = page(ofBothUnits(), cursor, listed);
        } while (cursor != null && !listed.contains(registered.number()));

        // then
        assertThat(listed)
                .doesNotHaveDuplicates()
                .containsSubsequence(cases.reversed().stream().map(Registered::number).toList());
    }

    private static RequestSpecification ofBothUnits() {
        return given().auth()
                .oauth2(
                        TestIssuer.token(
                                "sun.li",
                                Set.of("handler"),
                                "hq/customer-service",
                                "hq/logistics"));
    }

    @Test
    void a_list_holds_no_word_of_what_was_said() {
        String list = agent().queryParam("customerId", aCase().customerId()).get(CASES).asString();

        assertThat(list).doesNotContain("快递", "王小明", "13912345678");
    }

    @Test
    void it_can_be_narrowed_by_status() {
        // given
        Registered registered = aCase();
        again(registered);

        // when
        Handling.of(registered).assessed(1, "HIGH").assigned(1);

        // then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().queryParam("customerId", registered.customerId())
                                .queryParam("status", "ASSIGNED")
                                .get(CASES)
                                .then()
                                .statusCode(200)
                                .body("items.caseNumber", contains(registered.number()))
                                .body("items.severity", contains("HIGH")));
    }

    @Test
    void it_ends_at_the_units_of_the_reader() {
        // given
        Registered registered = aCase();

        // then
        person("he.jun", "intake-agent", "hq/outlets/east")
                .queryParam("customerId", registered.customerId())
                .get(CASES)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        person("he.ping", "manager", "hq")
                .queryParam("customerId", registered.customerId())
                .get(CASES)
                .then()
                .body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 201",
        "limit, many",
        "cursor, !!",
        "cursor, YQ",
        "status, OPEN",
        "customerId, 42",
        "phone, 13800138000",
        "customerID, 01a1fcb2-b09a-7107-a80e-369372f74d9d"
    })
    void a_wrong_parameter_is_a_problem(String parameter, String value) {
        agent().queryParam(parameter, value)
                .get(CASES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(parameter));
    }

    private static @Nullable String page(
            RequestSpecification list, @Nullable String cursor, List<String> into) {
        var page = list.queryParam("limit", 2);
        var answer =
                (cursor == null ? page : page.queryParam("cursor", cursor))
                        .get(CASES)
                        .then()
                        .statusCode(200)
                        .extract();
        into.addAll(answer.<List<String>>path("items.caseNumber"));
        return answer.path("next");
    }

    private static Registered again(Registered first) {
        return register(
                """
                {"channel": "HOTLINE", "customerId": "%s", "description": "再次来电"}
                """
                        .formatted(first.customerId()));
    }
}
