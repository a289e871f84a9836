package org.redress.escalation.clocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.platform.due.DueLoop;
import org.redress.platform.testing.Contract;
import org.threeten.extra.MutableClock;

/**
 * Requirements 1.8: another calendar moves what runs and what waits, and loses nothing of either.
 */
@WithEscalation
class ClocksFollowTheOrganisationTest {

    private static final String ALL = "/api/v1/organisation";

    @Inject MutableClock clock;
    @Inject DueLoop timer;
    @Inject Jdbi jdbi;

    private LocalDate monday;
    private CaseStory story;

    @BeforeEach
    void a_case_is_at_work_on_a_monday_morning_and_its_resolution_waits_for_the_customer() {
        monday =
                LocalDate.ofInstant(clock.instant(), DemoOrganisation.ZONE)
                        .with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        at("09:00");
        story = CaseStory.judged("COMPLAINT", "P3", "MEDIUM", "hq/quality");
        story.accept().statusCode(200);
        at("10:00");
        post("RESOLUTION", "pause", Map.of("reason", "CUSTOMER", "note", "photographs"))
                .statusCode(200);
        at("10:30");
    }

    @AfterEach
    void as_before() {
        change(DemoOrganisation.text());
        timer.fireDue();
    }

    @Test
    void another_calendar_moves_what_runs_and_what_waits_once_and_says_so() {
        story.view()
                .then()
                .body(clock("FIRST_RESPONSE", "dueAt"), equalTo(instant(monday, "14:30")));

        String later = DemoOrganisation.text().replace("\"13:30-18:00\"", "\"14:00-18:00\"");
        String mine =
                "clocks.first.findAll { it.caseNumber == '"
                        + story.number()
                        + "' && it.clock != 'KEEP_INFORMED' }";
        whole(later, "preview", "true")
                .body(mine + ".clock", containsInAnyOrder("FIRST_RESPONSE", "RESOLUTION"))
                .body(
                        mine + ".dueThen",
                        containsInAnyOrder(
                                instant(monday, "15:00"), instant(monday.plusDays(1), "10:00")))
                .body(mine + ".paused", containsInAnyOrder(false, true))
                .body("clocks.total", greaterThanOrEqualTo(2))
                .body("clocks.all", equalTo(true));
        change(later);
        timer.fireDue();
        timer.fireDue();

        story.view()
                .then()
                .body(clock("FIRST_RESPONSE", "dueAt"), equalTo(instant(monday, "15:00")))
                .body("nextDueAt", equalTo(instant(monday, "15:00")))
                .body(clock("RESOLUTION", "state"), equalTo("PAUSED"));
        assertThat(segments("FIRST_RESPONSE")).isEqualTo(2);
        assertThat(segments("RESOLUTION")).isEqualTo(3);
        at("11:00");
        post("RESOLUTION", "resume", null)
                .statusCode(200)
                .body(clock("RESOLUTION", "dueAt"), equalTo(instant(monday.plusDays(1), "10:30")));
        explanation("RESOLUTION", "en")
                .body("sentences", hasItem(containsString("organisation put it on other terms")))
                .body("sentences", hasItem(containsString("the 1 h that had run stay")));
        explanation("RESOLUTION", "zh").body("sentences", hasItem(containsString("改按新的规则")));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(story.told()).contains("clock.resumed"));
        assertThat(story.messages())
                .filteredOn(message -> message.type().equals("redress.clock.rebased.v1"))
                .hasSize(2)
                .allSatisfy(message ->
                        assertThat(Contract.of(message.type()).faults(message.text())).isEmpty());
    }

    @Test
    void a_law_that_the_organisation_names_times_what_is_open_and_stops_when_it_is_named_no_more() {
        String named =
                DemoOrganisation.text()
                        .replace(
                                "\nclocks:\n",
                                "\nclocks:\n  - { clock: REGULATORY, pack: cn-banking-insurance/decision }\n");
        String mine =
                "clocks.first.find { it.caseNumber == '" + story.number() + "' && it.reference }.";
        Instant received = Instant.parse(story.view().path("openedAt"));

        whole(named, "preview", "true")
                .body(mine + "dueAt", equalTo(null))
                .body(mine + "dueThen", equalTo(received.plus(Duration.ofDays(15)) + ""));
        change(named);
        timer.fireDue();

        story.view()
                .then()
                .body(
                        clock("REGULATORY", "reference"),
                        equalTo("cn-banking-insurance/decision@2020-03-01"))
                .body(
                        clock("REGULATORY", "dueAt"),
                        equalTo(received.plus(Duration.ofDays(15)) + ""));
        post("REGULATORY", "pause", Map.of("reason", "CUSTOMER", "note", "photographs"))
                .statusCode(409)
                .body("detail", containsString("A law times it"));
        explanation("REGULATORY", "en")
                .body("sentences", hasItem(containsString("gives 15 days")))
                .body("sentences", hasItem(containsString("lawyers")));

        whole(DemoOrganisation.text(), "preview", "true").body(mine + "dueThen", equalTo(null));
        change(DemoOrganisation.text());
        timer.fireDue();

        story.view().then().body(clock("REGULATORY", "state"), equalTo("ENDED"));
    }

    private void change(String yaml) {
        String confirmation = whole(yaml, "preview", "true").extract().path("confirmation");
        whole(yaml, "confirmation", confirmation).statusCode(200);
    }

    private static ValidatableResponse whole(String yaml, String parameter, String value) {
        return CaseStory.with("sun.hao", "admin", "hq")
                .header(
                        "If-Match",
                        CaseStory.with("sun.hao", "admin", "hq").get(ALL).getHeader("ETag"))
                .contentType("application/yaml")
                .queryParam("reason", "test")
                .queryParam(parameter, value)
                .body(yaml.getBytes(UTF_8))
                .put(ALL)
                .then();
    }

    private ValidatableResponse post(String name, String door, @Nullable Map<String, Object> body) {
        var request = story.as("chen.wei", "handler");
        return (body == null ? request : request.body(body))
                .post("/api/v1/clocks/" + id(name) + "/" + door)
                .then();
    }

    private ValidatableResponse explanation(String name, String language) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .header("Accept-Language", language)
                .get("/api/v1/clocks/" + id(name) + "/explanation")
                .then()
                .statusCode(200);
    }

    private String id(String name) {
        return story.view().path(clock(name, "clockId"));
    }

    private long segments(String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from clock_segment where clock_id = ?")
                        .bind(0, UUID.fromString(id(name)))
                        .mapTo(Long.class)
                        .one());
    }

    private void at(String time) {
        clock.setInstant(Instant.parse(instant(monday, time)));
    }

    private static String instant(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(DemoOrganisation.ZONE).toInstant() + "";
    }

    private static String clock(String name, String field) {
        return "clocks.find { it.clock == '" + name + "' }." + field;
    }
}
