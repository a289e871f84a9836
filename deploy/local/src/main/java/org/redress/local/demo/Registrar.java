package org.redress.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Sends a case until it is answered: a repetition has the same key, so it can't register twice. */
final class Registrar {

    private static final int ATTEMPTS = 7;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final Agent agent;

    Registrar(Agent agent) {
        this.agent = agent;
    }

    /** The last answer; {@link Registration.NotNow} when patience ended. */
    Registration register(ObjectNode form, String idempotencyKey) {
        Registration answer = attempt(form, idempotencyKey);
        Duration pause = FIRST_PAUSE;
        for (int i = 1; answer instanceof Registration.NotNow && i < ATTEMPTS; i++) {
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
            answer = attempt(form, idempotencyKey);
        }
        return answer;
    }

    private Registration attempt(ObjectNode form, String idempotencyKey) {
        try {
            return agent.register(form, idempotencyKey);
        } catch (IOException e) {
            return new Registration.NotNow("not reached: " + e);
        }
    }
}
