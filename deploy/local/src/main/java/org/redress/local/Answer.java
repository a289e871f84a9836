package org.redress.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;

/**
 * What a service answered.
 *
 * @param body missing when there was none, or no JSON
 * @param tag the ETag; empty when there was none
 */
public record Answer(int status, JsonNode body, String tag) {
    /** For what services and topics tell. */
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(new Jdk8Module())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    static Answer of(HttpResponse<String> answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JsonProcessingException _) {
            body = MissingNode.getInstance();
        }
        return new Answer(
                answer.statusCode(), body, answer.headers().firstValue("ETag").orElse(""));
    }

    /** The fields that the record has; others are nobody's business here. */
    public <T> T as(Class<T> type) {
        return JSON.convertValue(body, type);
    }

    /** Whether the same request may succeed later. */
    public boolean isWorthRetrying() {
        return status >= 500 || status == 409 || status == 429;
    }

    /** Why it was refused, as the problem tells it (RFC 9457), with the fields that it names. */
    public String reason() {
        String fields =
                body.path("violations")
                        .valueStream()
                        .map(one -> one.path("field").asText() + " " + one.path("message").asText())
                        .map(String::strip)
                        .collect(Collectors.joining("; "));
        String told =
                fields.isEmpty() ? body.path("detail").asText(body.path("title").asText()) : fields;
        return told.isEmpty() ? Integer.toString(status) : status + ": " + told;
    }

    /**
     * This answer, if it is a good one.
     *
     * @throws Failure with the reason
     */
    public Answer orFail(String what) {
        if (status < 200 || status >= 300) {
            throw new Failure(what + " was answered " + reason());
        }
        return this;
    }
}
