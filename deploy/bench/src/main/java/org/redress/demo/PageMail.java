package org.redress.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.redress.local.Failure;

/**
 * The mail that a page became, as notification tells of it.
 *
 * @param sentAt when the mail server had taken it
 */
record PageMail(String messageId, String address, Instant sentAt) {
    /**
     * The mail of this page among the messages of its case, once it was sent.
     *
     * @throws Failure when it is given up
     */
    static Optional<PageMail> of(JsonNode messages, String pageId) {
        return messages.path("items")
                .valueStream()
                .filter(message -> message.path("pageId").asText().equals(pageId))
                .findFirst()
                .flatMap(PageMail::of);
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
                    throw new Failure(
                            "The mail to %s was not sent: it is %s"
                                    .formatted(message.at("/recipient/id").asText(), state));
            default -> Optional.empty();
        };
    }
}
