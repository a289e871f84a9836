package org.redress.intake.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;
import org.redress.intake.publication.Contracts;
import org.redress.local.testing.TestTopics;

/** Whatever the forms after the registration accept at their limits, the contracts allow. */
@WithIntake
class EverythingAllowedIsToldTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> limits() {
        return Stream.of(
                        texts("contacts", "/note", 4_000),
                        texts("corrections", "/reason", 1_000),
                        texts("corrections", "/subject", 200),
                        texts("corrections", "/description", 32_000),
                        texts("corrections", "/product/model", 100),
                        texts("corrections", "/incident/place", 500),
                        texts("corrections", "/incident/personsInvolved", 1_000),
                        texts("satisfaction", "/note", 4_000),
                        texts("withdrawal", "/reason", 1_000),
                        others())
                .flatMap(limits -> limits);
    }

    private static Stream<Arguments> texts(String form, String field, int length) {
        return Stream.of(
                        "漢".repeat(length),
                        "😀".repeat(length / 2),
                        "漢" + "\"".repeat(length - 1),
                        "x")
                .map(text -> Arguments.of(form, field, text));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("contacts", "/direction", "INBOUND"),
                Arguments.of("contacts", "/channel", "REGULATOR"),
                Arguments.of("satisfaction", "/outcome", "NOT_SATISFIED"),
                Arguments.of("satisfaction", "/outcome", "UNREACHABLE"),
                Arguments.of("corrections", "/incident/occurredAt", "2000-01-01T00:00:00Z"),
                Arguments.of("corrections", "/flags/crowdSize", 1_000_000),
                Arguments.of("corrections", "/flags/conductLevel", "SEVERE"),
                Arguments.of("corrections", "/flags/propertyLoss/amount", new BigDecimal("0.001")),
                Arguments.of(
                        "corrections",
                        "/flags/propertyLoss/amount",
                        new BigDecimal("999999999999.999")));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void at_each_limit_of_a_field(String form, String field, Object value) throws Exception {
        // given
        Registered registered = aCase();
        if (form.equals("satisfaction")) {
            resolve(registered);
        }

        // when
        Response answer = send(registered, form, with(form, field, value));

        // then
        answer.then().statusCode(201);
        String event = "redress.case.%s.v1".formatted(event(form));
        assertThat(
                        Contracts.violations(
                                event,
                                TestTopics.await("redress.cases", registered.caseId(), event)
                                        .text()))
                .isEmpty();
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("contacts", "/note", "漢".repeat(4_001)),
                Arguments.of("corrections", "/reason", "漢".repeat(1_001)),
                Arguments.of("corrections", "/description", "漢".repeat(32_001)),
                Arguments.of("corrections", "/flags/crowdSize", 1_000_001),
                Arguments.of("satisfaction", "/note", "漢".repeat(4_001)),
                Arguments.of("withdrawal", "/reason", "漢".repeat(1_001)));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void and_one_more_is_refused(String form, String field, Object value) throws Exception {
        send(aCase(), form, with(form, field, value))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field.substring(1).replace('/', '.')));
    }

    private static Response send(Registered registered, String form, ObjectNode body)
            throws Exception {
        return agent().header("If-Match", registered.etag())
                .body(JSON.writeValueAsString(body))
                .post(registered.path() + "/" + form);
    }

    private static void resolve(Registered registered) {
        Handling.of(registered).assigned(1).resolved(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().get(registered.path()).then().body("status", equalTo("RESOLVED")));
    }

    private static String event(String form) {
        return switch (form) {
            case "contacts" -> "contact-logged";
            case "corrections" -> "corrected";
            case "satisfaction" -> "satisfaction-recorded";
            default -> "withdrawn";
        };
    }

    private static ObjectNode with(String form, String pointer, Object value) throws Exception {
        ObjectNode body =
                (ObjectNode)
                        JSON.readTree(
                                switch (form) {
                                    case "contacts" ->
                                            """
                                            {"direction": "OUTBOUND", "channel": "HOTLINE", "note": "已告知"}
                                            """;
                                    case "corrections" ->
                                            """
                                            {"reason": "更正", "product": {"orderNumber": "D-2"}, "incident": {},
                                             "flags": {"propertyLoss": {"amount": 10, "currency": "CNY"}}}
                                            """;
                                    case "satisfaction" -> "{\"outcome\": \"SATISFIED\"}";
                                    default -> "{\"reason\": \"已解决\"}";
                                });
        int end = pointer.lastIndexOf('/');
        JsonNode parent = end == 0 ? body : body.at(pointer.substring(0, end));
        ((ObjectNode) parent).set(pointer.substring(end + 1), JSON.valueToTree(value));
        return body;
    }
}
