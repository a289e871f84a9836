package org.redress.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.platform.web.Callers.potter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithDoors
class ABodyIsTakenAtItsWordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": "　"}                                        | text   | blank
                    {"text": "a\\u0000b"}                                 | text   | NUL
                    {"text": "a\\ud800b"}                                 | text   | half of a character
                    {"text": "a\\u001b[2J"}                               | text   | control characters
                    {"text": 1}                                           | text   | form
                    {"text": true}                                        | text   | form
                    {"text": ["a"]}                                       | text   | form
                    {"text": "a", "line": "a\\nb"}                        | line   | control characters
                    {"text": "a", "mail": "a@[127.0.0.1]"}                | mail   | e-mail
                    {"text": "a", "price": 1e2147483647}                  | price  | range
                    {"text": "a", "price": 1e99999999999}                 | price  | range
                    {"text": "a", "price": 1e12}                          | price  | 12 digits
                    {"text": "a", "price": 0.0001}                        | price  | 12 digits
                    {"text": "a", "price": -1}                            | price  | 0 or more
                    {"text": "a", "price": "1"}                           | price  | form
                    {"text": "a", "width": 1e-2147483647}                 | width  | range
                    {"text": "a", "weight": 1e400}                        | weight | range
                    {"text": "a", "weight": "1"}                          | weight | form
                    {"text": "a", "count": 2147483648}                    | count  | range
                    {"text": "a", "count": 1e400}                         | count  | form
                    {"text": "a", "count": 1.5}                           | count  | form
                    {"text": "a", "count": "1"}                           | count  | form
                    {"text": "a", "count": ""}                            | count  | form
                    {"text": "a", "painted": 0}                           | painted | form
                    {"text": "a", "painted": "true"}                      | painted | form
                    {"text": "a", "wood": 1}                              | wood   | OAK, ELM
                    {"text": "a", "wood": " OAK"}                         | wood   | OAK, ELM
                    {"text": "a", "wood": ""}                             | wood   | OAK, ELM
                    {"text": "a", "cutAt": 1700000000}                    | cutAt  | form
                    {"text": "a", "cutAt": "1e400"}                       | cutAt  | form
                    {"text": "a", "cutAt": ""}                            | cutAt  | form
                    {"text": "a", "cutAt": "2026-11-24"}                  | cutAt  | form
                    {"text": "a", "cutAt": "2026-02-30T00:00:00Z"}        | cutAt  | form
                    {"text": "a", "cutAt": "-1000000000-01-01T00:00:00Z"} | cutAt  | form
                    {"text": "a", "cutAt": "9999-01-01T00:00:00Z"}        | cutAt  | 2000 to 2100
                    {"text": "a", "cutAt": "1970-01-01T00:00:00Z"}        | cutAt  | 2000 to 2100
                    {"text": "a", "sold": "-1000000000-01-01"}            | sold   | form
                    {"text": "a", "sold": "1899-12-31"}                   | sold   | 1900 to 2100
                    {"text": "a", "sold": [2026, 1, 1]}                   | sold   | form
                    {"text": "a", "id": "1-1-1-1-1"}                      | id     | UUID
                    {"text": "a", "id": 1}                                | id     | form
                    {"text": "a", "tags": ["a", 1]}                       | tags[1] | form
                    {"text": "a", "tags": "a"}                            | tags   | form
                    {"text": "a", "text": "b"}                            | text   | twice
                    {"text": "a", "colour": 1}                            | colour | not a known field
                    {"text": "a"} {"text": "b"}                           | body   | form
                    """)
    void what_does_not_fit_is_named(String body, String field, String message) {
        potter().body(body)
                .post("/shelf")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("field-invalid"))
                .body("violations.field", hasItem(field))
                .body("violations.message", hasItem(containsString(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "null", "{\"text\": ", "nonsense"})
    void what_is_no_body_is_called_the_body(String body) {
        potter().body(body)
                .post("/shelf")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("body"));
    }

    @Test
    void what_fits_is_kept_as_it_is() {
        potter().body(
                        """
                        {"text": "两块木板\\n第二行", "line": "橡木", "mail": "a@b.cc", "price": 999999999999.999,
                         "width": 0.5, "weight": 2, "count": 2147483647, "painted": true, "wood": "OAK",
                         "cutAt": "2026-11-24T16:00:00+08:00", "sold": "2026-11-24",
                         "id": "01a1fcb2-b09a-7107-a80e-369372f74d9d", "tags": ["a", "b"]}
                        """)
                .post("/shelf")
                .then()
                .statusCode(200)
                .body("text", equalTo("两块木板\n第二行"))
                .body("cutAt", equalTo("2026-11-24T08:00:00Z"))
                .body("wood", equalTo("OAK"))
                .body("count", equalTo(2147483647));
    }
}
