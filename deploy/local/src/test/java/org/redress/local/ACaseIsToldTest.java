package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ACaseIsToldTest {

    @Test
    void the_time_of_a_line_is_that_of_its_sentence() throws Exception {
        JsonNode entry =
                json(
                        """
                        {"occurredAt": "2026-11-30T17:39:15.862098Z",
                         "sentence": "The clock started; due 2026-12-01 01:49."}\
                        """);

        assertThat(StoryCommands.line(entry, ZoneId.of("Asia/Shanghai")))
                .isEqualTo("2026-12-01 01:39:15  The clock started; due 2026-12-01 01:49.");
    }

    @Test
    void a_refusal_names_the_field_and_what_is_wrong_with_it() throws Exception {
        JsonNode invalid =
                json(
                        """
                        {"title": "Bad Request", "detail": "The request is not valid.",
                         "violations": [{"field": "number", "message": "is not a case number"}]}\
                        """);

        assertThatThrownBy(() -> StoryCommands.found(Service.INTAKE, new Answer(400, invalid, "")))
                .hasMessage("intake answers 400: number is not a case number");
        Answer missing = new Answer(404, json("{\"title\": \"Not Found\"}"), "");
        assertThatThrownBy(() -> StoryCommands.found(Service.INTAKE, missing))
                .hasMessage("intake answers 404: Not Found");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
