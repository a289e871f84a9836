package org.redress.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The mail that a page became, as notification tells of it.
 *
 * @param sentAt when the mail server had taken it
 */
record PageMail(String messageId, String address, Instant sentAt) {

    /**
     * The mail of this page among the messages of its case, once it was sent.
     *
     * @throws DemoFailure when it is given up
     */
    static Optional<PageMail> of(JsonNode messages, String pageId) {
        for (JsonNode message : messages.path("items")) {
            if (message.path("pageId").asText().equals(pageId)) {
                return of(message);
            }
        }
        return Optional.empty();
    }

    private static Optional<PageMail> of(JsonNode message) {
        String state = message.path("state").asText();
        return switch (state) {
            case "SENT" ->
                    Optional.of(
                            new PageMail(
                                    message.required("id").asText(),
                                    message.at("/recipient/address").asText(),
                                    Instant.parse(message.required("finishedAt").asText())));
            case "FAILED", "SUPPRESSED" ->
                    throw new DemoFailure(
                            "The mail to "
                                    + message.at("/recipient/id").asText()
                                    + " was not sent: it is "
                                    + state);
            default -> Optional.empty();
        };
    }
}
