package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.WithIntake;

/** Whatever is wrong with a registration: a fitting problem, and nothing written. */
@WithIntake
class BadInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Jdbi jdbi;

    private long rowsBefore;

    @BeforeEach
    void count_what_is_there() {
        rowsBefore = rows();
    }

    @AfterEach
    void nothing_was_written() {
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // where            | put there                     | status | field
                "/channel           | null                          | 400 | channel",
                "/channel           | \"FAX\"                       | 400 | channel",
                "/channel           | 1                             | 400 | channel",
                "/channel           | \"\"                          | 400 | channel",
                "/subject           | 42                            | 400 | subject",
                "/mode              | \"REHEARSAL\"                 | 400 | mode",
                "/shoeSize          | 42                            | 400 | shoeSize",
                "/description       | null                          | 400 | description",
                "/description       | \" \"                         | 400 | description",
                "/description       | \"a\\u0000b\"                 | 400 | description",
                "/description       | {\"text\": 1}                 | 400 | description",
                "/subject           | \"\"                          | 400 | subject",
                "/customer          | null                          | 400 | customer",
                "/customer/name     | null                          | 400 | customer.name",
                "/customer/name     | \"\\n\"                       | 400 | customer.name",
                "/customer/phone    | \"12\"                        | 400 | customer.phone",
                "/customer/phone    | \"call me\"                   | 400 | customer.phone",
                "/customer/phone    | \"1380013800\"                | 400 | customer.phone",
                "/customer/email    | \"li.na\"                     | 400 | customer.email",
                "/customer/email    | \"li na@example.com\"         | 400 | customer.email",
                "/customer/email    | \"li.na@example\"             | 400 | customer.email",
                "/customer/language | \"fr\"                        | 400 | customer.language",
                "/customer/tier     | \"GOLD\"                      | 400 | customer.tier",
                "/customer/age      | 30                            | 400 | customer.age",
                "/customerId        | \"42\"                        | 400 | customerId",
                "/customerId        | \"01a1fcb2-b09a-7107-a80e-369372f74d9d\" | 400 | customerId",
                "/receivedAt        | \"2999-01-01T00:00:00Z\"      | 400 | receivedAt",
                "/receivedAt        | \"yesterday\"                 | 400 | receivedAt",
                "/incident/occurredAt | \"2999-01-01T00:00:00Z\"    | 400 | incident.occurredAt",
                "/incident/occurredAt | \"2025-02-30T00:00:00Z\"    | 400 | incident.occurredAt",
                "/incident/place    | \"\"                          | 400 | incident.place",
                "/incident/unit     | \"\"                          | 400 | incident.unit",
                "/incident/unit     | \"HQ/..\"                    | 400 | incident.unit",
                "/incident/weather  | \"rain\"                      | 400 | incident.weather",
                "/product/model     | \"\"                          | 400 | product.model",
                "/cti/queueSeconds  | -1                            | 400 | cti.queueSeconds",
                "/cti/queueSeconds  | \"long\"                      | 400 | cti.queueSeconds",
                "/cti/callerNumber  | \"李娜\"                      | 400 | cti.callerNumber",
                "/cti/recordingUrl  | \"javascript:alert(1)\"       | 400 | cti.recordingUrl",
                "/flags/injuryOrDanger | \"perhaps\"                | 400 | flags.injuryOrDanger",
                "/flags/injuryOrDanger | \"\"                       | 400 | flags.injuryOrDanger",
                "/flags/injuryOrDanger | 1                          | 400 | flags.injuryOrDanger",
                "/flags/crowdSize   | \"5\"                         | 400 | flags.crowdSize",
                "/flags/crowdSize   | 2.5                           | 400 | flags.crowdSize",
                "/flags/crowdSize   | -3                            | 400 | flags.crowdSize",
                "/flags/conductLevel | \"RUDE\"                     | 400 | flags.conductLevel",
                "/flags/propertyLoss | {\"amount\": 10}             | 400 | flags.propertyLoss.currency",
                "/flags/propertyLoss | {\"currency\": \"CNY\"}      | 400 | flags.propertyLoss.amount",
                "/flags/propertyLoss | {\"amount\": -1, \"currency\": \"CNY\"} | 400 | flags.propertyLoss.amount",
                "/flags/propertyLoss | {\"amount\": 1, \"currency\": \"YUAN\"} | 400 | flags.propertyLoss.currency",
                // what an attack got in with
                "/cti/callerNumber  | \"()\"                        | 400 | cti.callerNumber",
                "/cti/callerNumber  | \"#\"                         | 400 | cti.callerNumber",
                "/cti/recordingUrl  | \"http://[\"                  | 400 | cti.recordingUrl",
                "/customer/email    | `\"|/bin/sh@b.cc\"`             | 400 | customer.email",
                "/customer/email    | \"a@[127.0.0.1]\"             | 400 | customer.email",
                "/channel           | \" EMAIL \"                   | 400 | channel",
                "/mode              | \"TEST \"                     | 400 | mode",
                "/receivedAt        | \"-1000000000-01-01T00:00:00Z\" | 400 | receivedAt",
                "/receivedAt        | \"1999-12-31T23:59:59Z\"      | 400 | receivedAt",
                "/receivedAt        | 1763600000                    | 400 | receivedAt",
                "/incident/occurredAt | \"1970-01-01T00:00:00Z\"    | 400 | incident.occurredAt",
                "/description       | \"\\u3000\"                   | 400 | description",
                "/description       | \"\\u200b\\u2800\"            | 400 | description",
                "/description       | \"a\\ud800b\"                 | 400 | description",
                "/customer/name     | \"\\u3000\"                   | 400 | customer.name",
                "/customer/name     | \"\\u202e李娜\"               | 400 | customer.name",
                "/subject           | \"\\u001b[31m\"               | 400 | subject",
                "/flags/crowdSize   | 2147483648                    | 400 | flags.crowdSize",
                "/flags/crowdSize   | 1000001                       | 400 | flags.crowdSize",
                "/cti/queueSeconds  | 86401                         | 400 | cti.queueSeconds",
                "/flags/propertyLoss | {\"amount\": 1e2147483647, \"currency\": \"CNY\"} | 400 | flags.propertyLoss.amount",
                "/flags/propertyLoss | {\"amount\": 1e-2147483647, \"currency\": \"CNY\"} | 400 | flags.propertyLoss.amount",
                "/flags/propertyLoss | {\"amount\": 1000000000000, \"currency\": \"CNY\"} | 400 | flags.propertyLoss.amount",
                "/flags/propertyLoss | {\"amount\": 0.0001, \"currency\": \"CNY\"} | 400 | flags.propertyLoss.amount"
            })
    void a_wrong_field_is_named(String where, String value, int status, String field)
            throws IOException {
        agent().body(formWith(where, new RawValue(value)))
                .post(CASES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({
        "/description, 32000, description",
        "/subject, 200, subject",
        "/customer/name, 100, customer.name",
        "/channelRef, 200, channelRef",
        "/incident/place, 500, incident.place",
        "/product/batch, 100, product.batch"
    })
    void a_text_that_is_too_long_is_named(String where, int longest, String field)
            throws IOException {
        agent().body(formWith(where, JSON.valueToTree("长".repeat(longest + 1))))
                .post(CASES)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @Test
    void a_customer_that_is_not_known_is_named() {
        agent().body(
                        """
                        {"channel": "STAFF", "description": "无",
                         "customerId": "01a1fcb2-b09a-7107-a80e-369372f74d9d"}
                        """)
                .post(CASES)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("customerId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"channel\": ",
                Examples.SUGGESTION_ZH + "}",
                "{}",
                "[]",
                "\"text\"",
                "null",
                ""
            })
    void a_body_that_is_no_form_is_refused(String body) {
        agent().body(body)
                .post(CASES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void another_content_type_is_refused() {
        agent().contentType(ContentType.XML)
                .body("<case/>")
                .post(CASES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void an_answer_that_cannot_be_had_is_refused() {
        agent().accept("application/pdf")
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(406);
    }

    @Test
    void two_megabytes_are_too_much() throws IOException {
        agent().body(formWith("/description", JSON.valueToTree("x".repeat(2_000_000))))
                .post(CASES)
                .then()
                .statusCode(413);
    }

    @Test
    void an_idempotency_key_must_be_printable() {
        agent().header("Idempotency-Key", "k".repeat(300))
                .body(Examples.HOTLINE_ZH)
                .post(CASES)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("Idempotency-Key"));
    }

    private long rows() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select (select count(*) from customer)
                                    + (select count(*) from customer_case)
                                    + (select count(*) from web.remembered_answer)
                                    + (select coalesce(max(seq), 0) from messaging.outbox)
                                """)
                        .mapTo(long.class)
                        .one());
    }

    /** The value as it is written here, an exponent that no number can hold included. */
    private static String formWith(String where, RawValue value) throws IOException {
        return formWith(where, JSON.getNodeFactory().rawValueNode(value));
    }

    private static String formWith(String where, JsonNode value) throws IOException {
        ObjectNode form = (ObjectNode) JSON.readTree(Examples.HOTLINE_ZH);
        int last = where.lastIndexOf('/');
        ((ObjectNode) form.at(where.substring(0, last))).set(where.substring(last + 1), value);
        return form.toString();
    }
}
