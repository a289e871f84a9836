package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The person who does the work on a case, at escalation. */
final class Handler {

    private static final int STALE = 412;
    private static final int ATTEMPTS = 5;

    private final Api escalation;

    Handler(Api escalation) {
        this.escalation = escalation;
    }

    /** The handling, once escalation has heard of the case. */
    Optional<Handling> look(String caseNumber) {
        try {
            Answer answer = escalation.get(path(caseNumber, "handling"));
            return answer.status() == 404
                    ? Optional.empty()
                    : Optional.of(Handling.of(answer.orFail("The handling")));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    void accept(String caseNumber) {
        work(caseNumber, "acceptance", MissingNode.getInstance());
    }

    void respondFirst(String caseNumber, String note) {
        work(
                caseNumber,
                "progress",
                Api.JSON.createObjectNode().put("kind", "FIRST_RESPONSE").put("note", note));
    }

    void resolve(String caseNumber, String resolution) {
        work(caseNumber, "resolution", Api.JSON.createObjectNode().put("resolution", resolution));
    }

    /** When somebody changed the case in between, it is looked at again. */
    private void work(String caseNumber, String what, JsonNode body) {
        try {
            Answer answer = attempt(caseNumber, what, body);
            for (int i = 1; answer.status() == STALE && i < ATTEMPTS; i++) {
                answer = attempt(caseNumber, what, body);
            }
            answer.orFail("The " + what);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Answer attempt(String caseNumber, String what, JsonNode body) throws IOException {
        String tag = escalation.get(path(caseNumber, "handling")).orFail("The handling").tag();
        return escalation.post(path(caseNumber, what), Map.of("If-Match", tag), body);
    }

    private static String path(String caseNumber, String what) {
        return "/api/v1/cases/" + caseNumber + "/" + what;
    }

    private static DemoFailure unreachable(IOException e) {
        return new DemoFailure("Escalation can't be reached: " + e, e);
    }
}
