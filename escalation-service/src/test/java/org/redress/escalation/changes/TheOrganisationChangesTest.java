package org.redress.escalation.changes;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/**
 * Leave, leavers and all else without SQL: by REST, previewed, confirmed and told to the others.
 */
@WithEscalation
class TheOrganisationChangesTest {

    private static final String ALL = "/api/v1/organisation";
    private static final String NOW = "/api/v1/duty/now?role=duty-officer&unit=hq/legal";

    @Inject MutableClock clock;

    @AfterEach
    void asBefore() {
        String confirmation =
                whole(DemoOrganisation.text(), "preview", "true").extract().path("confirmation");
        whole(DemoOrganisation.text(), "confirmation", confirmation).statusCode(200);
    }

    @Test
    void it_is_read_as_json_or_yaml_and_its_version_is_the_etag() {
        admin().get(ALL)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("reception", equalTo("hq/customer-service"))
                .body("persons", hasSize(34));
        byte[] yaml =
                admin().accept("application/yaml")
                        .get(ALL)
                        .then()
                        .statusCode(200)
                        .contentType("application/yaml")
                        .header("ETag", etag())
                        .extract()
                        .asByteArray();

        whole(new String(yaml, UTF_8), "preview", "true").statusCode(200).body("changes", empty());
        CaseStory.with("chen.wei", "handler", "hq").get(ALL).then().statusCode(403);
        given().get(ALL).then().statusCode(401);
    }

    @Test
    void leave_is_previewed_in_sentences_and_then_holds() {
        String leave = ALL + "/absences/qian.feng/" + today();
        String body = "{\"until\": \"%s\", \"deputy\": \"jiang.nan\"}".formatted(today());
        String before = etag();

        manager("hq/legal")
                .body(body)
                .put(leave + "?reason=ill&preview=true")
                .then()
                .statusCode(200)
                .body("changes.en", contains(containsString("Absence qian.feng " + today())))
                .body("reached.en[0]", containsString("Jiang Nan, Shen Lu instead of Qian Feng"))
                .body("risks", empty());
        assertThat(etag()).isEqualTo(before);
        CaseStory.with("li.na", "intake-agent", "hq")
                .get(NOW)
                .then()
                .body("duties[0].reached.personId", contains("qian.feng", "shen.lu"));

        manager("hq/legal").body(body).put(leave + "?reason=ill").then().statusCode(200);

        CaseStory.with("li.na", "intake-agent", "hq")
                .get(NOW)
                .then()
                .statusCode(200)
                .body("duties[0].reached.personId", contains("jiang.nan", "shen.lu"))
                .body("duties[0].reached[0].why.en", hasItem("Jiang Nan stands in."));
        CaseStory.with("li.na", "intake-agent", "hq")
                .get(NOW + "&at=" + clock.instant().minusSeconds(86_400))
                .then()
                .body("duties[0].reached.personId", contains("qian.feng", "shen.lu"));
        CaseStory.with("li.na", "intake-agent", "hq")
                .get("/api/v1/duty/calendar.ics?person=jiang.nan")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .body(containsString("SUMMARY:duty-officer 法务部"));

        manager("hq/legal").delete(leave + "?reason=well").then().statusCode(200);
        manager("hq/legal").delete(leave + "?reason=well").then().statusCode(404);
        admin().get(ALL + "/versions")
                .then()
                .body("items[0].reason", equalTo("well"))
                .body("items[0].changedBy", equalTo("wang.fang"))
                .body("items[0].changes.en", contains("Absence qian.feng " + today() + " is gone."))
                .body("items[1].reason", equalTo("ill"));
    }

    @Test
    void what_is_risky_is_applied_only_when_its_preview_was_read() {
        String leave = ALL + "/absences/shen.lu/" + today() + "?reason=ill";
        String body = "{\"until\": \"%s\"}".formatted(today());

        manager("hq").body(body).put(leave).then().statusCode(428);
        String confirmation =
                manager("hq")
                        .body(body)
                        .put(leave + "&preview=true")
                        .then()
                        .body("risks", hasSize(1))
                        .extract()
                        .path("confirmation");
        manager("hq").body(body).put(leave + "&confirmation=other").then().statusCode(412);
        manager("hq")
                .body(body)
                .put(leave + "&confirmation=" + confirmation)
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_changes_what_is_not_theirs_or_what_they_have_not_seen() {
        String leave = ALL + "/absences/qian.feng/" + today() + "?reason=ill";
        String body = "{\"until\": \"%s\", \"deputy\": \"jiang.nan\"}".formatted(today());

        manager("hq/quality").body(body).put(leave).then().statusCode(403);
        manager("hq").body("{}").put(ALL + "/persons/qian.feng?reason=x").then().statusCode(403);
        manager("hq").body(DemoOrganisation.text()).put(ALL + "?reason=x").then().statusCode(403);
        CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .body(body)
                .put(leave)
                .then()
                .statusCode(428)
                .body("violations.field", hasItem("If-Match"));
        CaseStory.with("wang.fang", "manager", "hq")
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(body)
                .put(leave)
                .then()
                .statusCode(412);
        whole(DemoOrganisation.text().replace("en: Finance", "en: Money"), "preview", "false")
                .statusCode(428)
                .body("violations.field", hasItem("confirmation"));
    }

    @Test
    void bad_input_is_refused_by_its_field() {
        refused(
                "/persons/emma.lin",
                "{\"name\": {\"zh\": \"林\", \"en\": \"Emma\"}, \"unit\": \"hq/no\"}",
                "unit");
        refused("/persons/emma.lin", "{\"phone\": \"1\", \"unit\": \"hq\"}", "phone");
        refused("/persons/emma.lin", "7", "body");
        refused("/duties/duty-officer/hq/legal", "[{\"a\": \"nobody\"}]", "a");
        refused("/absences/qian.feng/2026-13-01", "{\"until\": \"2026-12-01\"}", "from");
        refused("/rosters/nights", "{\"start\": \"2026-12-01\", \"every\": \"P1M\"}", "body");
        admin().delete(ALL + "/persons/qian.feng?reason=left")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("duties[9].a"));
        admin().body("{}").put(ALL + "/absences/qian.feng?reason=x").then().statusCode(404);
        admin().body("{}").put(ALL + "/persons/emma.lin").then().statusCode(400);
        admin().body("{}")
                .put(ALL + "/rosters/none/overrides/2026-12-01?reason=x")
                .then()
                .statusCode(404);
        CaseStory.with("li.na", "intake-agent", "hq")
                .get("/api/v1/duty/calendar.ics?person=nobody")
                .then()
                .statusCode(400);
        whole(DemoOrganisation.text().replace("a: qian.feng", "a: qian.fang"), "preview", "true")
                .statusCode(400)
                .body("violations.field", hasItem("duties[9].a"));
    }

    @Test
    void a_roster_takes_over_a_duty_and_its_managers_swap() {
        admin().body(
                        "{\"start\": \"2026-01-01\", \"every\": \"P7D\", \"persons\": [\"qian.feng\", \"shen.lu\"]}")
                .put(ALL + "/rosters/legal?reason=nights")
                .then()
                .statusCode(200);
        admin().body("[{\"roster\": \"legal\", \"b\": \"jiang.nan\"}]")
                .put(ALL + "/duties/duty-officer/hq/legal?reason=nights")
                .then()
                .statusCode(200);
        manager("hq/legal")
                .body("{\"until\": \"2100-01-01\", \"person\": \"yuan.mei\"}")
                .put(ALL + "/rosters/legal/overrides/2026-01-01?reason=swap")
                .then()
                .statusCode(200);

        CaseStory.with("li.na", "intake-agent", "hq")
                .get(NOW)
                .then()
                .body("duties[0].reached.personId", contains("yuan.mei", "jiang.nan"));
        CaseStory.with("li.na", "intake-agent", "hq")
                .get(ALL + "/contact-sheet")
                .then()
                .statusCode(200)
                .body(
                        "lines.find { it.roster == 'legal' }.turns.personId",
                        contains("qian.feng", "shen.lu"));
    }

    @Test
    void two_who_swap_their_turns_have_each_others() {
        admin().body(
                        "{\"start\": \"2026-01-01T20:00\", \"every\": \"P1D\", \"persons\": [\"qian.feng\", \"shen.lu\"]}")
                .put(ALL + "/rosters/legal?reason=nights")
                .then()
                .statusCode(200);
        admin().body("[{\"roster\": \"legal\"}]")
                .put(ALL + "/duties/duty-officer/hq/legal?reason=nights")
                .then()
                .statusCode(200);
        CaseStory story = CaseStory.assigned("HIGH", "hq/legal");
        var handOver =
                manager("hq/legal")
                        .get("/api/v1/duty/hand-over?role=duty-officer&unit=hq/legal")
                        .then()
                        .statusCode(200)
                        .body("escalations.caseNumber", hasItem(story.number()))
                        .body("cases.caseNumber", hasItem(story.number()))
                        .body("passesAt", endsWith("T12:00:00Z"))
                        .extract()
                        .jsonPath();
        assertThat(handOver.getList("now", String.class))
                .doesNotContainAnyElementsOf(handOver.getList("then", String.class));
        manager("hq/legal")
                .get("/api/v1/duty/hand-over?role=duty-officer&unit=hq/finance")
                .then()
                .statusCode(400);
        String swap = ALL + "/rosters/legal/swaps?reason=swap";

        manager("hq/legal")
                .body("{\"first\": \"2100-01-01\", \"second\": \"2100-01-01T21:00\"}")
                .post(swap)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("second"));
        manager("hq/legal")
                .body("{\"first\": \"2100-01-01\", \"second\": \"2100-01-04\"}")
                .post(swap)
                .then()
                .statusCode(200);
        manager("hq/finance")
                .body("{\"first\": \"2100-02-01\", \"second\": \"2100-02-04\"}")
                .post(swap)
                .then()
                .statusCode(403);

        var overrides = admin().get(ALL).jsonPath().getList("rosters[0].overrides", Map.class);
        assertThat(overrides)
                .extracting(one -> one.get("from"), one -> one.get("until"))
                .containsExactlyInAnyOrder(
                        tuple("2100-01-01T20:00", "2100-01-02T20:00"),
                        tuple("2100-01-04T20:00", "2100-01-05T20:00"));
        assertThat(overrides)
                .extracting(one -> one.get("person"))
                .containsExactlyInAnyOrder("qian.feng", "shen.lu");
    }

    @Test
    void others_are_told_of_everything_once_and_then_of_what_changes() {
        TestTopics.await("redress.organisation", told -> told.key().equals("person:zhao.guoqiang"));
        long before = Long.parseLong(etag().replace("\"", ""));

        admin().body(
                        "{\"name\": {\"zh\": \"林艾玛\", \"en\": \"Emma Lin\"}, \"unit\": \"hq/legal\", \"language\": \"en\"}")
                .put(ALL + "/persons/emma.lin?reason=new")
                .then()
                .statusCode(200);
        admin().delete(ALL + "/persons/emma.lin?reason=gone").then().statusCode(200);

        TestTopics.await(
                "redress.organisation",
                told ->
                        told.key().equals("person:emma.lin")
                                && told.text().contains("\"active\":false"));
        List<Message> all = TestTopics.read("redress.organisation");
        assertThat(all)
                .extracting(Message::key)
                .contains("unit:hq", "unit:hq/legal", "person:qian.feng");
        assertThat(all)
                .filteredOn(told -> told.json().get("version").longValue() > before)
                .extracting(Message::key)
                .containsOnly("person:emma.lin");
        assertThat(all)
                .allSatisfy(message -> {
                    assertThat(Contract.of(message.type()).faults(message.text())).isEmpty();
                    assertThat(Contract.faultsOfHeaders(message.headers())).isEmpty();
                });
    }

    private void refused(String entry, String body, String field) {
        admin().body(body)
                .put(ALL + entry + "?reason=x")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems(field));
    }

    private ValidatableResponse whole(String yaml, String parameter, String value) {
        return admin().contentType("application/yaml")
                .queryParam("reason", "test")
                .queryParam(parameter, value)
                .body(yaml.getBytes(UTF_8))
                .put(ALL)
                .then();
    }

    private RequestSpecification admin() {
        return as(CaseStory.with("sun.hao", "admin", "hq"));
    }

    private RequestSpecification manager(String unit) {
        return as(CaseStory.with("wang.fang", "manager", unit));
    }

    private RequestSpecification as(RequestSpecification caller) {
        return caller.header("If-Match", etag()).contentType("application/json");
    }

    private static String etag() {
        return CaseStory.with("sun.hao", "admin", "hq").get(ALL).getHeader("ETag");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DemoOrganisation.ZONE);
    }
}
