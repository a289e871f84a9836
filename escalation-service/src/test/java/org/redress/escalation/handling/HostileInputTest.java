package org.redress.escalation.handling;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** What no honest client sends is 400 and names what is wrong; nothing of it is 500 or kept. */
@WithEscalation
class HostileInputTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3000",
                "\u200b",
                "\u2800",
                "called\u001b[31m",
                "nul \u0000",
                "bidi \u202e",
                "\ud800"
            })
    void a_text_without_a_visible_letter_or_with_controls_meets_no_clock(String text) {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept().statusCode(200);

        story.as("chen.wei", "handler")
                .body(Map.of("kind", "FIRST_RESPONSE", "note", text))
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("note"));

        story.view()
                .then()
                .body("clocks.find { it.clock == 'FIRST_RESPONSE' }.state", equalTo("RUNNING"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\": \"NOTE\", \"kind\": \"NOTE\", \"note\": \"x\"} | kind",
                "{\"kind\": 0, \"note\": \"x\"}                          | kind",
                "{\"kind\": \" NOTE\", \"note\": \"x\"}                   | kind",
                "{\"kind\": \"NOTE\", \"note\": 1}                        | note",
                "{\"kind\": \"NOTE\", \"note\": \"x\"} {}                 | body"
            })
    void a_body_is_read_strictly(String body, String field) {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept().statusCode(200);

        story.as("chen.wei", "handler")
                .body(body)
                .post(story.path("progress"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({
        "handlings?phone=13800138000, phone",
        "escalations?unit=hq, unit",
        "handlings?unit=%00, unit",
        "handlings?unit=HQ, unit",
        "handlings?status=ASSIGNED&status=NEW, status",
        "handlings?status=LOST, status",
        "handlings?limit=0, limit",
        "escalations?limit=201, limit",
        "alerts?limit=many, limit"
    })
    void a_parameter_that_is_not_known_or_not_well_formed_is_refused_by_name(
            String door, String field) {
        CaseStory.with("wang.fang", "manager", "hq")
                .urlEncodingEnabled(false)
                .get("/api/v1/" + door)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"handlings", "escalations"})
    void a_cursor_from_another_age_is_refused_by_name(String door) {
        String cursor =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                "-1000000000-01-01T00:00:00Z\u001f01a1fcb2-b09a-7107-a80e-369372f74d9d"
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));

        CaseStory.with("wang.fang", "manager", "hq")
                .get("/api/v1/" + door + "?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }
}
