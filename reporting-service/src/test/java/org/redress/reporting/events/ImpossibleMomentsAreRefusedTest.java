package org.redress.reporting.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestIssuer;
import org.redress.local.testing.TestTopics;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;

/** What cannot be is a dead letter with the reason, and the story of its case can still be told. */
@WithPlatform
class ImpossibleMomentsAreRefusedTest {

    private final LiveCase customerCase =
            LiveCase.ofToday().tells(EventType.REGISTERED, "double-charge");

    @Test
    void of_the_year9999() {
        assertThat(
                        refused(
                                EventType.RESOLVED,
                                "kettle",
                                event -> event.put("recordedAt", "9999-12-31T23:59:59Z")))
                .contains("recordedAt")
                .contains("ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"occurredAt", "recordedAt"})
    void of_tomorrow(String field) {
        var tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString();

        assertThat(refused(EventType.RESOLVED, "kettle", event -> event.put(field, tomorrow)))
                .contains(field)
                .contains("ahead");
    }

    @Test
    void of_a_clock_that_is_due_in_a_thousand_million_years() {
        assertThat(
                        refused(
                                EventType.CLOCK_MET,
                                "double-charge-unit-receipt-late",
                                event -> event.put("dueAt", "+1000000000-12-31T23:59:59Z")))
                .contains("ClockMet");
    }

    @Test
    void or_revisions_that_nobody_gets_to() {
        assertThat(
                        refused(
                                EventType.ASSESSED,
                                "double-charge",
                                event -> event.put("revision", Integer.MAX_VALUE)))
                .contains("Assessed");
    }

    @Test
    void or_amounts_that_no_database_holds() {
        assertThat(
                        refused(
                                EventType.CORRECTED,
                                "kettle",
                                event ->
                                        event.putObject("flags")
                                                .put("injuryOrDanger", true)
                                                .put("mediaInvolved", false)
                                                .put("regulatorInvolved", false)
                                                .put("crowdSize", 0)
                                                .putObject("propertyLoss")
                                                .put("amount", new BigDecimal("1e2147483647"))
                                                .put("currency", "CNY")))
                .contains("Corrected");
    }

    private String refused(EventType type, String example, Consumer<ObjectNode> change) {
        customerCase.tells(type, example, change);

        Message letter =
                TestTopics.await(
                        topic(type) + ".reporting.dlq",
                        message -> customerCase.caseId().equals(message.key()));
        given().auth()
                .oauth2(TestIssuer.token("liu.yang", Set.of("admin"), "hq"))
                .get("/api/v1/cases/{number}/timeline", customerCase.number())
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        return letter.headers().get("dead-letter-reason");
    }

    private static String topic(EventType type) {
        return switch (type) {
            case CORRECTED -> "redress.cases";
            case ASSESSED -> "redress.assessments";
            default -> "redress.handling";
        };
    }
}
