package org.redress.reporting.metrics;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.redress.reporting.events.EventType.ASSESSED;
import static org.redress.reporting.events.EventType.ASSIGNED;
import static org.redress.reporting.events.EventType.ESCALATION_ACKNOWLEDGED;
import static org.redress.reporting.events.EventType.ESCALATION_RAISED;
import static org.redress.reporting.events.EventType.REGISTERED;
import static org.redress.reporting.events.EventType.RESOLVED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;

/** Each test has days of its own, so many days before the golden examples' 21 November 2026. */
@WithPlatform
class DailyMetricsAreAnsweredTest {
    private static final LocalDate KETTLE_DAY = LocalDate.parse("2026-11-21");
    private static final String DOOR = "/api/v1/metrics/daily";

    @Test
    void a_day_is_summed_up_published_and_answered() {
        for (int cases = 0; cases < 3; cases++) {
            LiveCase.daysEarlier(100)
                    .tells(REGISTERED, "kettle")
                    .tells(ASSESSED, "kettle")
                    .tells(ESCALATION_RAISED, "kettle-a-holder")
                    .tells(ESCALATION_ACKNOWLEDGED, "kettle")
                    .tells(RESOLVED, "kettle");
        }

        var published = await(100, "hq/quality|EMERGENCY|CRITICAL", "registered", 3);
        assertThat(published.attribute("mode")).isEqualTo("REAL");
        assertThat(published.attribute("orgunit")).isEqualTo("hq/quality");
        await(98, "hq/quality|EMERGENCY|CRITICAL", "resolved", 3);
        assertThat(Contract.of("redress.bi.daily-metric.v1").faults(published.text())).isEmpty();
        assertThat(Contract.faultsOfHeaders(published.headers())).isEmpty();
        asAnalyst("hq")
                .get(DOOR + days(100, 98))
                .then()
                .statusCode(200)
                .body("zone", equalTo("Asia/Shanghai"))
                .body("items.findAll { it.registered > 0 }.pages", equalTo(List.of(3)))
                .body("items.findAll { it.registered > 0 }.acknowledged", hasItem(3))
                .body("items.findAll { it.resolved > 0 }.date", hasItem(day(98)))
                .body("items.findAll { it.resolved > 0 }.p90SecondsToResolve", hasItem(158871.97F));
    }

    @Test
    void a_reassessed_case_leaves_zeros_behind() {
        var customerCase =
                LiveCase.daysEarlier(200)
                        .tells(REGISTERED, "double-charge")
                        .tells(ASSESSED, "double-charge");
        var first = "hq/finance|COMPLAINT|MEDIUM";
        await(203, first, "registered", 1);

        customerCase.tells(
                ASSESSED,
                "double-charge",
                payload -> payload.put("revision", 2).put("severity", "HIGH"));
        customerCase.tells(ASSIGNED, "double-charge");

        await(203, "hq/finance|COMPLAINT|HIGH", "registered", 1);
        await(203, first, "registered", 0);
    }

    @Test
    void a_drill_never_enters_the_figures() {
        LiveCase.ofADrill(300).tells(REGISTERED, "kettle").awaitFact(_ -> true);
        LiveCase.daysEarlier(300).tells(REGISTERED, "kettle");

        await(300, "UNASSIGNED|UNASSESSED|UNASSESSED", "registered", 1);
        asAnalyst("hq").get(DOOR + days(300, 300)).then().body("items.registered", hasItem(1));
    }

    @Test
    void a_table_is_answered_to_whom_accepts_one() {
        LiveCase.daysEarlier(400).tells(REGISTERED, "kettle");
        await(400, "UNASSIGNED|UNASSESSED|UNASSESSED", "registered", 1);

        // what no unit owns yet is everybody's
        asAnalyst("hq/finance")
                .accept("text/csv")
                .get(DOOR + days(400, 400))
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .body(containsString("date,ownerUnit,caseClass,severity,registered,"))
                .body(
                        containsString(
                                day(400)
                                        + ",UNASSIGNED,UNASSESSED,UNASSESSED,1,0,0,0,0,0,0,0,0,0,,,,,"));
    }

    @Test
    void a_percentile_is_a_time_that_a_case_really_took() {
        var registered = Instant.parse("2026-11-21T06:02:11.482Z").minus(Duration.ofDays(620));
        for (int hours = 1; hours <= 4; hours++) {
            var resolvedAt = registered.plus(Duration.ofHours(hours)).toString();
            LiveCase.daysEarlier(620)
                    .tells(REGISTERED, "kettle")
                    .tells(RESOLVED, "kettle", event -> event.put("occurredAt", resolvedAt));
        }

        var metric = await(620, "UNASSIGNED|UNASSESSED|UNASSESSED", "resolved", 4).json();

        assertThat(metric.get("p50SecondsToResolve").asDouble()).isEqualTo(2 * 3600);
        assertThat(metric.get("p90SecondsToResolve").asDouble()).isEqualTo(4 * 3600);
        assertThat(metric.has("p50SecondsToAcknowledge")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bi-analyst, 200",
        "manager, 200",
        "admin, 200",
        "commander, 403",
        "intake-agent, 403",
        "triage-officer, 403",
        "auditor, 403"
    })
    void the_roles_that_judge_by_figures_are_answered_and_no_other(String role, int status) {
        as(role, "hq").get(DOOR + days(0, 0)).then().statusCode(status);
    }

    @Test
    void a_unit_sees_its_own_figures_and_those_below() {
        LiveCase.daysEarlier(500).tells(REGISTERED, "kettle").tells(ASSESSED, "kettle");
        await(500, "hq/quality|EMERGENCY|CRITICAL", "registered", 1);

        asAnalyst("hq/quality")
                .get(DOOR + days(500, 500))
                .then()
                .body("items.ownerUnit", hasItem("hq/quality"));
        asAnalyst("hq/finance")
                .get(DOOR + days(500, 500))
                .then()
                .statusCode(200)
                .body("items.ownerUnit", everyItem(not(equalTo("hq/quality"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', from",
        "?from=2026-11-01, to",
        "?from=yesterday&to=2026-11-02, from",
        "?from=2026-11-02&to=2026-02-30, to",
        "?from=2026-11-02&to=2026-11-01, to",
        "?from=2020-01-01&to=2026-11-01, to"
    })
    void a_period_that_is_none_is_refused_by_name(String query, String field) {
        for (var accepted : new String[] {"application/json", "text/csv"}) {
            asAnalyst("hq")
                    .accept(accepted + ", application/problem+json")
                    .get(DOOR + query)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations[0].field", equalTo(field));
        }
    }

    @Test
    void a_refusal_reads_as_the_description_shows() {
        var refused = asAnalyst("hq").get(DOOR + "?from=2026-11-02&to=2026-11-01").asByteArray();

        assertThat(EventJson.read(refused, ObjectNode.class))
                .isEqualTo(EventJson.read(Examples.BAD_PERIOD.getBytes(UTF_8), ObjectNode.class));
    }

    @ParameterizedTest
    @CsvSource({
        "'text/csv, application/json', text/csv",
        "'application/json, text/csv', application/json",
        "'text/csv;q=0.5, application/json', application/json",
        "'*/*', application/json"
    })
    void whoever_accepts_both_is_answered_in_what_they_prefer(String accepted, String answered) {
        asAnalyst("hq")
                .accept(accepted)
                .get(DOOR + days(0, 0))
                .then()
                .statusCode(200)
                .contentType(containsString(answered))
                .header("Vary", containsString("Accept"));
    }

    @Test
    void a_language_that_cannot_be_read_is_no_reason_to_refuse() {
        asAnalyst("hq")
                .header("Accept-Language", "x y;q=z")
                .get(DOOR + days(0, 0))
                .then()
                .statusCode(200);
        asAnalyst("hq")
                .header("Accept-Language", "x y;q=z")
                .get(DOOR + "?to=2026-11-06")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
    }

    @Test
    void nobody_without_the_role_is_answered() {
        given().get(DOOR + days(0, 0)).then().statusCode(401);
        as("handler", "hq").get(DOOR + days(0, 0)).then().statusCode(403);
        given().auth()
                .oauth2(TestIssuer.expiredToken("wang.fang", Set.of("manager"), "hq"))
                .get(DOOR + days(0, 0))
                .then()
                .statusCode(401);
        asAnalyst("hq").accept("image/png").get(DOOR + days(0, 0)).then().statusCode(406);
        asAnalyst("hq").delete(DOOR).then().statusCode(405);
    }

    private static Message await(int daysEarlier, String dimensions, String counter, int count) {
        return TestTopics.await(
                "redress.bi.daily-metrics",
                message ->
                        message.key().equals(day(daysEarlier) + "|" + dimensions)
                                && message.json().get(counter).asInt() == count);
    }

    private static String day(int daysEarlier) {
        return KETTLE_DAY.minusDays(daysEarlier).toString();
    }

    private static String days(int from, int to) {
        return "?from=" + day(from) + "&to=" + day(to);
    }

    private static RequestSpecification asAnalyst(String unit) {
        return as("bi-analyst", unit);
    }

    private static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(TestIssuer.token("sun.lei", Set.of(role), unit));
    }
}
