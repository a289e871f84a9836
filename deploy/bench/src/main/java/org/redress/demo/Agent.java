package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.redress.local.Answer;
import org.redress.local.Person;
import org.redress.local.Service;

/** The call-center agent at the front end, which is to say at intake. */
final class Agent {
    private static final String CASES = "/api/v1/cases";
    private static final int ATTEMPTS = 7;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Person agent;
    private final InstantSource clock;

    Agent(Person agent, InstantSource clock) {
        this.agent = agent;
        this.clock = clock;
    }

    /**
     * Sends the form until it is answered, with the same key, so that it can't register twice.
     *
     * @return {@link Registration.NotNow} when patience ended
     */
    Registration register(JsonNode form, String idempotencyKey) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Registration came = send(form, idempotencyKey);
            if (!(came instanceof Registration.NotNow) || attempt == ATTEMPTS) {
                return came;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
        }
    }

    private Registration send(JsonNode form, String idempotencyKey) {
        Instant sentAt = clock.instant();
        Answer answer;
        try {
            answer =
                    agent.post(
                            Service.INTAKE, CASES, Map.of("Idempotency-Key", idempotencyKey), form);
        } catch (Person.Unreached e) {
            return new Registration.NotNow("not reached: " + e.getCause());
        }
        if (answer.status() != 201) {
            return answer.isWorthRetrying()
                    ? new Registration.NotNow(answer.reason())
                    : new Registration.Refused(answer.reason());
        }
        Instant answeredAt = clock.instant();
        return new Registration.Accepted(
                answer.body().required("caseId").asText(),
                answer.body().required("caseNumber").asText(),
                answeredAt,
                Duration.between(sentAt, answeredAt));
    }

    /** Whether the front end shows the case as resolved, so that the customer can be asked. */
    boolean seesResolved(String caseNumber, int round) {
        JsonNode shown =
                agent.get(Service.INTAKE, CASES + "/" + caseNumber)
                        .orFail("Intake's view of the case")
                        .body();
        return shown.path("status").asText().equals("RESOLVED")
                && shown.path("round").asInt() == round;
    }

    void recordSatisfaction(String caseNumber, boolean satisfied) {
        JsonNode form =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", satisfied ? "SATISFIED" : "NOT_SATISFIED");
        agent.post(Service.INTAKE, CASES + "/" + caseNumber + "/satisfaction", Map.of(), form)
                .orFail("The customer's answer");
    }
}
