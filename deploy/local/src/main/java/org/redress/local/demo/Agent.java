package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The call-center agent at the front end, which is to say at intake. */
final class Agent {

    private static final String CASES = "/api/v1/cases";

    private final Api intake;
    private final InstantSource clock;

    Agent(Api intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /** Sends the form once, and says what was answered. */
    Registration register(JsonNode form, String idempotencyKey) throws IOException {
        Instant sentAt = clock.instant();
        Answer answer = intake.post(CASES, Map.of("Idempotency-Key", idempotencyKey), form);
        Instant answeredAt = clock.instant();
        if (answer.status() == 201) {
            return new Registration.Accepted(
                    new Registered(
                            answer.body().required("caseId").asText(),
                            answer.body().required("caseNumber").asText(),
                            answeredAt,
                            Duration.between(sentAt, answeredAt)));
        }
        return answer.isWorthRetrying()
                ? new Registration.NotNow(answer.reason())
                : new Registration.Refused(answer.reason());
    }

    /** What intake shows of the case. */
    JsonNode look(String caseNumber) {
        try {
            return intake.get(CASES + "/" + caseNumber).orFail("Intake's view of the case").body();
        } catch (IOException e) {
            throw new DemoFailure("Intake can't be reached: " + e, e);
        }
    }

    /** The case, once the front end shows it as resolved, so that the customer can be asked. */
    Optional<JsonNode> resolved(String caseNumber, int round) {
        return Optional.of(look(caseNumber))
                .filter(shown -> shown.path("status").asText().equals("RESOLVED"))
                .filter(shown -> shown.path("round").asInt() == round);
    }

    /** Records what the customer said. */
    void recordSatisfaction(String caseNumber, boolean satisfied) {
        JsonNode form =
                Api.JSON
                        .createObjectNode()
                        .put("outcome", satisfied ? "SATISFIED" : "NOT_SATISFIED");
        try {
            intake.post(CASES + "/" + caseNumber + "/satisfaction", Map.of(), form)
                    .orFail("The customer's answer");
        } catch (IOException e) {
            throw new DemoFailure("Intake can't be reached: " + e, e);
        }
    }
}
