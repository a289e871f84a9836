package org.redress.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.redress.local.Answer;
import org.redress.local.Failure;

/**
 * A line of a file of complaints (JSON Lines).
 *
 * @param number of the line, from 1
 * @param title empty when the line has none
 */
record Complaint(int number, String id, boolean isChinese, String title, String text) {
    private static final int SUBJECT = 200;

    /**
     * Reads {@code {"id": …, "lang": "zh" or "en", "title": …, "text": …}}.
     *
     * @throws Failure that says what is wrong with the line
     */
    static Complaint read(int number, String line) {
        JsonNode told;
        try {
            told = Answer.JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new Failure("is not JSON", e);
        }
        if (!told.isObject()) {
            throw new Failure("is not a JSON object");
        }
        String language = told.path("lang").asText();
        if (!language.startsWith("zh") && !language.startsWith("en")) {
            throw new Failure("has a lang other than zh and en");
        }
        if (!told.path("text").isTextual() || told.path("text").asText().isBlank()) {
            throw new Failure("has no text");
        }
        return new Complaint(
                number,
                told.path("id").asText(),
                language.startsWith("zh"),
                told.path("title").asText().strip(),
                told.path("text").asText());
    }

    /** As its invented customer would send it by the web portal; the text goes whole. */
    ObjectNode form() {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("channel", "WEB_PORTAL");
        if (id.matches("[!-~]{1,100}")) {
            form.put("channelRef", id);
        }
        form.putObject("customer")
                .put("name", (isChinese ? "客户" : "Customer ") + number)
                .put("email", "demo.customer." + number + "@example.com")
                .put("language", isChinese ? "zh-CN" : "en");
        if (!title.isEmpty()) {
            form.put("subject", beginning());
        }
        return form.put("description", text);
    }

    /** As much of the title as intake takes, without half of a character at the end. */
    private String beginning() {
        if (title.length() <= SUBJECT) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(SUBJECT - 1)) ? SUBJECT - 1 : SUBJECT;
        return title.substring(0, end);
    }
}
