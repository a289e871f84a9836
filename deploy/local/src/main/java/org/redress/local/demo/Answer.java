package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a service answered.
 *
 * @param body missing when there was none, or no JSON
 * @param tag the ETag; empty when there was none
 */
record Answer(int status, JsonNode body, String tag) {

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** Whether the same request may succeed later. */
    boolean isWorthRetrying() {
        return status >= 500 || status == 409 || status == 429;
    }

    /** Why it was refused, as the problem tells it (RFC 9457), with the fields that it names. */
    String reason() {
        List<String> parts = new ArrayList<>();
        for (JsonNode violation : body.path("violations")) {
            parts.add(
                    (violation.path("field").asText() + " " + violation.path("message").asText())
                            .strip());
        }
        String detail = body.path("detail").asText(body.path("title").asText());
        return parts.isEmpty()
                ? status + (detail.isEmpty() ? "" : ": " + detail)
                : status + ": " + String.join("; ", parts);
    }

    /** This answer, if it is a good one. */
    Answer orFail(String what) {
        if (!isGood()) {
            throw new DemoFailure(what + " was answered " + reason());
        }
        return this;
    }
}
