package org.redress.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A line of a file of complaints. */
sealed interface FileLine {

    /** Its number, from 1. */
    int number();

    /**
     * A line that can be sent.
     *
     * @param title empty when the line has none
     */
    record Complaint(int number, String id, boolean isChinese, Optional<String> title, String text)
            implements FileLine {}

    /** A line that is skipped. */
    record Bad(int number, String why) implements FileLine {}

    /** Reads {@code {"id": …, "lang": "zh" or "en", "title": …, "text": …}}. */
    static FileLine read(int number, String line) {
        JsonNode told;
        try {
            told = Api.JSON.readTree(line);
        } catch (JsonProcessingException _) {
            return new Bad(number, "is not JSON");
        }
        if (!told.isObject()) {
            return new Bad(number, "is not a JSON object");
        }
        String language = told.path("lang").asText();
        if (!language.startsWith("zh") && !language.startsWith("en")) {
            return new Bad(number, "has a lang other than zh and en");
        }
        if (!told.path("text").isTextual() || told.path("text").asText().isBlank()) {
            return new Bad(number, "has no text");
        }
        return new Complaint(
                number,
                told.path("id").asText(),
                language.startsWith("zh"),
                Optional.of(told.path("title").asText().strip()).filter(title -> !title.isEmpty()),
                told.path("text").asText());
    }
}
