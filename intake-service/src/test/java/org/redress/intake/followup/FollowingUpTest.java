package org.redress.intake.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestTopics;

@WithIntake
class FollowingUpTest {

    private static final String CONTACT =
            """
            {"direction": "OUTBOUND", "channel": "HOTLINE", "note": "已告知进度"}
            """;

    @Test
    void a_contact_is_in_the_journal_and_published() {
        // given
        Registered registered = aCase();

        // when
        post(registered, "contacts", CONTACT)
                .statusCode(201)
                .body("kind", equalTo("CONTACT"))
                .body("$", not(hasKey("contact")));

        // then
        agent().get(registered.path())
                .then()
                .body("journal.kind", contains("CONTACT"))
                .body("journal[0].contact.note", equalTo("已告知进度"))
                .body("journal[0].by.id", equalTo("zhao.min"));
        assertThat(published(registered, "case.contact-logged").get("direction").asText())
                .isEqualTo("OUTBOUND");
    }

    @Test
    void a_handler_logs_a_contact_as_a_handler() {
        // given
        Registered registered = aCase();

        // when
        person("sun.li", "handler", "hq")
                .body(CONTACT)
                .post(registered.path() + "/contacts")
                .then()
                .statusCode(201);

        // then
        agent().get(registered.path())
                .then()
                .body("journal[0].by.id", equalTo("sun.li"))
                .body("journal[0].by.role", equalTo("handler"));
    }

    @Test
    void of_all_who_correct_what_they_have_read_one_is_heard_and_the_others_read_again()
            throws Exception {
        // given
        Registered registered = aCase();
        List<Callable<Integer>> all =
                IntStream.range(0, 8).mapToObj(n -> correcting(registered, "主题" + n)).toList();

        // when
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }

        // then
        assertThat(answers).containsOnly(201, 412).containsOnlyOnce(201);
    }

    @Test
    void a_correction_needs_the_version_that_was_read() {
        // given
        Registered registered = aCase();
        String correction =
                """
                {"product": {"orderNumber": "D2025-2"}, "reason": "订单号有误"}
                """;

        // then
        post(registered, "corrections", correction).statusCode(428);
        correct(registered, "\"7\"", correction).statusCode(412);
        correct(registered, registered.etag(), correction)
                .statusCode(201)
                .header("ETag", equalTo("\"2\""));
        correct(registered, registered.etag(), correction).statusCode(412);
        assertThat(published(registered, "case.corrected").at("/product/orderNumber").asText())
                .isEqualTo("D2025-2");
        agent().get(registered.path())
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("report.product.orderNumber", equalTo("D2025-2"))
                .body("report.subject", equalTo("快递迟到"));
    }

    @Test
    void only_a_resolved_case_is_asked_about() {
        // given
        Registered registered = aCase();

        // then
        post(registered, "satisfaction", "{\"outcome\": \"SATISFIED\"}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", equalTo("Only a resolved case is asked about; this one is NEW."));
    }

    @Test
    void a_customer_who_comes_back_opens_the_closed_case_again() {
        // given
        Registered registered = aCase();
        Handling.of(registered)
                .assigned(1)
                .resolved(1)
                .tells("case.closed", 1, "\"status\": \"CLOSED\", \"closedAs\": \"SATISFIED\"");
        awaitStatus(registered, "CLOSED");

        // then
        post(registered, "satisfaction", "{\"outcome\": \"SATISFIED\"}").statusCode(409);
        post(registered, "satisfaction", "{\"outcome\": \"NOT_SATISFIED\"}").statusCode(201);
        post(registered, "satisfaction", "{\"outcome\": \"NOT_SATISFIED\"}").statusCode(409);
        assertThat(published(registered, "case.satisfaction-recorded").path("round").asInt())
                .isEqualTo(1);
    }

    @Test
    void attempts_are_counted_until_the_customer_answered() {
        // given
        Registered registered = aCase();
        Handling.of(registered).assigned(1).resolved(1);
        awaitStatus(registered, "RESOLVED");

        // then
        post(registered, "satisfaction", "{\"outcome\": \"UNREACHABLE\"}")
                .statusCode(201)
                .body("attempt", equalTo(1));
        post(registered, "satisfaction", "{\"outcome\": \"NOT_SATISFIED\", \"note\": \"仍未收到\"}")
                .statusCode(201)
                .body("attempt", equalTo(2));
        post(registered, "satisfaction", "{\"outcome\": \"SATISFIED\"}").statusCode(409);
        assertThat(TestTopics.read("redress.cases", registered.caseId()))
                .filteredOn(event -> event.type().contains("satisfaction"))
                .extracting(event -> event.json().get("attempt").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void a_withdrawn_case_is_over() {
        // given
        Registered registered = aCase();

        String withdrawal = "{\"reason\": \"客户已自行解决\"}";

        // when
        post(registered, "withdrawal", withdrawal).statusCode(428);
        send(registered, "withdrawal", "\"7\"", withdrawal).statusCode(412);
        send(registered, "withdrawal", registered.etag(), withdrawal)
                .statusCode(201)
                .body("kind", equalTo("WITHDRAWAL"))
                .body("$", not(hasKey("note")));

        // then
        agent().get(registered.path()).then().body("$", hasKey("withdrawnAt"));
        correct(registered, "*", "{\"subject\": \"别的\", \"reason\": \"复核\"}").statusCode(409);
        assertThat(published(registered, "case.withdrawn").get("reason").asText())
                .isEqualTo("客户已自行解决");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts     | {\"direction\": \"INBOUND\", \"channel\": \"EMAIL\", \"note\": \"n\"} | CONTACT",
                "corrections  | {\"subject\": \"别的\", \"reason\": \"复核\"} | CORRECTION",
                "satisfaction | {\"outcome\": \"UNREACHABLE\", \"note\": \"无人接听\"} | SATISFACTION",
                "withdrawal   | {\"reason\": \"已解决\"} | WITHDRAWAL"
            })
    void what_is_repeated_with_its_key_is_one_line_in_the_journal(
            String door, String body, String kind) {
        // given
        Registered registered = aCase();
        if (door.equals("satisfaction")) {
            Handling.of(registered).assigned(1).resolved(1);
            awaitStatus(registered, "RESOLVED");
        }
        String key = UUID.randomUUID().toString();

        // when
        for (int i = 0; i < 2; i++) {
            agent().header("Idempotency-Key", key)
                    .header("If-Match", registered.etag())
                    .body(body)
                    .post(registered.path() + "/" + door)
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo(kind))
                    .body("$", not(hasKey("note")));
        }

        // then
        agent().get(registered.path()).then().body("journal.kind", contains(kind));
    }

    @Test
    void the_etag_is_the_version_of_the_record_that_neither_contacts_nor_others_change() {
        // given
        Registered registered = aCase();

        // when
        post(registered, "contacts", CONTACT).statusCode(201).header("ETag", equalTo("\"1\""));
        Handling.of(registered).assigned(1).resolved(1);
        awaitStatus(registered, "RESOLVED");

        // then
        agent().get(registered.path()).then().header("ETag", equalTo("\"1\""));
        post(registered, "satisfaction", "{\"outcome\": \"UNREACHABLE\"}")
                .header("ETag", equalTo("\"2\""));
        agent().get(registered.path()).then().header("ETag", equalTo("\"2\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contacts     | {\"direction\": \"OUTBOUND\", \"channel\": \"HOTLINE\"} | note",
                "contacts     | {\"direction\": \"UP\", \"channel\": \"HOTLINE\", \"note\": \"n\"} | direction",
                "corrections  | {\"subject\": \"s\"} | reason",
                "corrections  | {\"incident\": {\"occurredAt\": \"2999-01-01T00:00:00Z\"}, \"reason\": \"r\"} | incident.occurredAt",
                "corrections  | {\"channel\": \"EMAIL\", \"reason\": \"r\"} | channel",
                "satisfaction | {} | outcome",
                "satisfaction | {\"outcome\": \"HAPPY\"} | outcome",
                "withdrawal   | {\"reason\": \" \"} | reason"
            })
    void a_wrong_field_is_named(String door, String body, String field) {
        post(aCase(), door, body).statusCode(400).body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C-20261121-000421", "4711", "C-20261121-00420"})
    void a_number_with_a_wrong_check_digit_is_a_problem_with_the_number(String number) {
        agent().get("/api/v1/cases/" + number)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("number"));
        agent().body(CONTACT)
                .post("/api/v1/cases/" + number + "/contacts")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("number"));
    }

    @Test
    void a_case_that_does_not_exist_or_belongs_to_others_is_not_found() {
        agent().get("/api/v1/cases/C-20261121-999997").then().statusCode(404);
        person("he.jun", "intake-agent", "hq/outlets/east")
                .body(CONTACT)
                .post(aCase().path() + "/contacts")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "contacts, manager",
        "corrections, handler",
        "satisfaction, handler",
        "withdrawal, admin"
    })
    void each_door_has_its_roles(String door, String role) {
        person("somebody", role, "hq")
                .body(CONTACT)
                .post(aCase().path() + "/" + door)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse post(Registered registered, String door, String body) {
        return agent().body(body).post(registered.path() + "/" + door).then();
    }

    private static Callable<Integer> correcting(Registered registered, String subject) {
        String correction = "{\"subject\": \"%s\", \"reason\": \"复核\"}".formatted(subject);
        return () -> correct(registered, registered.etag(), correction).extract().statusCode();
    }

    private static ValidatableResponse correct(Registered registered, String etag, String body) {
        return send(registered, "corrections", etag, body);
    }

    private static ValidatableResponse send(
            Registered registered, String door, String etag, String body) {
        return agent().header("If-Match", etag)
                .body(body)
                .post(registered.path() + "/" + door)
                .then();
    }

    private static JsonNode published(Registered registered, String event) {
        return TestTopics.await("redress.cases", registered.caseId(), "redress." + event + ".v1")
                .json();
    }

    private static void awaitStatus(Registered registered, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().get(registered.path()).then().body("status", equalTo(status)));
    }
}
