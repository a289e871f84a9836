package org.redress.intake.progress;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;

/** Replicas of a writer have clocks of their own; only its version tells which event is newer. */
@WithIntake
class TheNewerIsToldByItsVersionTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final String ASSIGNED =
            "\"status\": \"ASSIGNED\", \"tier\": \"T1\", \"ownerUnit\": \"hq/logistics\"";
    private static final String ACCEPTED =
            "\"status\": \"IN_PROGRESS\", \"activity\": \"ACCEPTED\", \"handler\": \"sun.li\"";
    private static final String RESOLVED =
            "\"status\": \"RESOLVED\", \"handler\": \"sun.li\", \"resolution\": \"已重新派送\"";

    @Test
    void what_a_replica_two_seconds_behind_resolves_is_resolved() {
        // given
        Registered registered = aCase();

        // when
        Handling.of(registered)
                .tellsAs(1, AT, "case.assigned", 1, ASSIGNED)
                .tellsAs(2, AT.plusSeconds(5), "case.progressed", 1, ACCEPTED)
                .tellsAs(3, AT.plusSeconds(3), "case.resolved", 1, RESOLVED);

        // then
        eventually(() ->
                shown(registered)
                        .body("status", equalTo("RESOLVED"))
                        .body("handling.resolution", equalTo("已重新派送")));
    }

    @Test
    void what_comes_late_fills_what_newer_events_left_open_and_changes_nothing_that_they_said() {
        // given
        Registered registered = aCase();

        // when
        Handling.of(registered)
                .tellsAs(
                        9,
                        AT,
                        "case.closed",
                        1,
                        "\"status\": \"CLOSED\", \"closedAs\": \"SATISFIED\"")
                .tellsAs(4, AT.plusSeconds(9), "case.assigned", 1, ASSIGNED)
                .tellsAs(
                        2,
                        AT.plusSeconds(9),
                        "case.assigned",
                        1,
                        ASSIGNED.replace("logistics", "it"))
                .tellsAs(6, AT, "case.resolved", 1, RESOLVED);

        // then
        eventually(() -> shown(registered).body("handling", hasKey("resolution")));
        shown(registered)
                .body("status", equalTo("CLOSED"))
                .body("closedAs", equalTo("SATISFIED"))
                .body("handling.ownerUnit", equalTo("hq/logistics"))
                .body("handling.handler", equalTo("sun.li"));
    }

    @Test
    void a_handler_who_no_longer_has_the_case_is_not_shown() {
        // given
        Registered registered = aCase();
        Handling handling =
                Handling.of(registered)
                        .tellsAs(1, AT, "case.assigned", 1, ASSIGNED)
                        .tellsAs(2, AT, "case.progressed", 1, ACCEPTED);
        eventually(() -> shown(registered).body("handling.handler", equalTo("sun.li")));

        // when
        handling.tellsAs(3, AT, "case.assigned", 1, ASSIGNED.replace("logistics", "finance"));

        // then
        eventually(() ->
                shown(registered)
                        .body("handling.ownerUnit", equalTo("hq/finance"))
                        .body("handling", not(hasKey("handler"))));
    }

    @Test
    void of_a_message_the_last_attempt_counts() {
        // given
        Registered registered = aCase();
        UUID message = UUID.randomUUID();
        UUID told = UUID.randomUUID();
        String purpose = "\"purpose\": \"CUSTOMER_ACKNOWLEDGMENT\", \"attempt\": ";

        // when
        Handling.of(registered)
                .delivery(message, "message.sent", purpose + 2)
                .delivery(message, "message.failed", purpose + "1, \"final\": false")
                .delivery(told, "message.sent", purpose + 1);

        // then
        eventually(() -> shown(registered).body("deliveries", hasSize(2)));
        shown(registered)
                .body(
                        "deliveries.find { it.messageId == '%s' }.state".formatted(message),
                        equalTo("SENT"));
    }

    private static ValidatableResponse shown(Registered registered) {
        return agent().get(registered.path()).then().statusCode(200);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }
}
