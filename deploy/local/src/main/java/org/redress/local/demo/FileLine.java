package org.redress.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.redress.local.Failure;

/** A line of a file of complaints (JSON Lines). */
sealed interface FileLine {
    int number();

    record Bad(int number, String why) implements FileLine {}

    /**
     * A line that can be sent.
     *
     * @param title empty when the line has none
     */
    record Complaint(int number, String id, boolean isChinese, Optional<String> title, String text)
            implements FileLine {

        private static final int SUBJECT = 200;

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
            title.ifPresent(whole -> form.put("subject", beginning(whole)));
            form.put("description", text);
            return form;
        }

        /** The same for each attempt to send this line in this run, and for nothing else. */
        String key(String run) {
            String line = run + "/" + number + "/" + id;
            return UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)).toString();
        }

        /** As much as intake takes, without half of a character at the end. */
        private static String beginning(String title) {
            if (title.length() <= SUBJECT) {
                return title;
            }
            int end = Character.isHighSurrogate(title.charAt(SUBJECT - 1)) ? SUBJECT - 1 : SUBJECT;
            return title.substring(0, end);
        }
    }

    static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failure("There is no file " + file + " that can be read.");
        }
    }

    /**
     * Reads a file, as long as somebody wants more of it; empty lines mean nothing.
     *
     * @throws Failure when it can't be read
     */
    static void readAll(Path file, Predicate<FileLine> wantsMore) {
        // What is no UTF-8 becomes U+FFFD, so that one broken line does not end the run.
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line; (line = lines.readLine()) != null; ) {
                number++;
                String json = number == 1 ? line.replaceFirst("^\ufeff", "") : line;
                if (!json.isBlank() && !wantsMore.test(read(number, json))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new Failure("The file " + file + " can't be read: " + e, e);
        }
    }

    /** Reads {@code {"id": …, "lang": "zh" or "en", "title": …, "text": …}}. */
    static FileLine read(int number, String line) {
        JsonNode told;
        try {
            told = Json.read(line);
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
