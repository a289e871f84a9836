package org.redress.intake.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.Limits;
import org.redress.intake.Told;
import org.redress.intake.WithIntake;
import org.redress.platform.testing.Contract;

/** Whatever the forms after the registration accept at their limits, the contracts allow. */
@WithIntake
class EverythingAllowedIsToldTest {

    @ParameterizedTest
    @CsvSource({
        "contacts, contact-logged",
        "corrections, corrected",
        "satisfaction, satisfaction-recorded",
        "withdrawal, withdrawn"
    })
    void at_the_limits_of_every_field(String form, String told) {
        // given
        String event = "redress.case.%s.v1".formatted(told);
        List<ObjectNode> forms = limits(form).forms();
        List<Registered> cases = forms.stream().map(_ -> aCase()).toList();
        if (form.equals("satisfaction")) {
            resolve(cases);
        }

        // when
        for (int i = 0; i < forms.size(); i++) {
            send(cases.get(i), form, forms.get(i)).then().log().ifValidationFails().statusCode(201);
        }

        // then
        assertThat(Told.of(cases.stream().map(Registered::caseId).toList(), event))
                .hasSize(5)
                .allSatisfy(it -> assertThat(Contract.of(event).faults(it.text())).isEmpty());
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
    void and_one_more_is_refused(String form, String field, Object value) {
        send(aCase(), form, Limits.of(example(form)).at(field, value).forms().getFirst())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo(field.substring(1).replace('/', '.')));
    }

    private static Limits limits(String form) {
        Limits limits = Limits.of(example(form));
        return switch (form) {
            case "contacts" ->
                    limits.atLength("/note", 4_000)
                            .at("/direction", "INBOUND", "OUTBOUND")
                            .at("/channel", "REGULATOR", "STAFF", "SUGGESTION_BOX");
            case "corrections" ->
                    limits.atLength("/reason", 1_000)
                            .atLength("/subject", 200)
                            .atLength("/description", 32_000)
                            .atLength("/product/model", 100)
                            .atLength("/incident/place", 500)
                            .atLength("/incident/personsInvolved", 1_000)
                            .at("/incident/occurredAt", "2000-01-01T00:00:00Z")
                            .at("/flags/crowdSize", 1_000_000, 0)
                            .at("/flags/conductLevel", "SEVERE", "NONE")
                            .at(
                                    "/flags/propertyLoss/amount",
                                    new BigDecimal("0.001"),
                                    new BigDecimal("999999999999.999"));
            case "satisfaction" ->
                    limits.atLength("/note", 4_000)
                            .at("/outcome", "SATISFIED", "NOT_SATISFIED", "UNREACHABLE");
            default -> limits.atLength("/reason", 1_000);
        };
    }

    private static String example(String form) {
        return switch (form) {
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
        };
    }

    private static Response send(Registered registered, String form, ObjectNode body) {
        return agent().header("If-Match", registered.etag())
                .body(body.toString())
                .post(registered.path() + "/" + form);
    }

    private static void resolve(List<Registered> cases) {
        cases.forEach(registered -> Handling.of(registered).assigned(1).resolved(1));
        cases.forEach(registered ->
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() ->
                                agent().get(registered.path())
                                        .then()
                                        .body("status", equalTo("RESOLVED"))));
    }
}
