package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.redress.platform.web.Callers.potter;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithDoors
class AnAddressIsTakenAtItsWordTest {

    @Test
    void a_parameter_that_the_operation_does_not_know_is_refused_by_name() {
        potter().get("/shelf?phone=13800138000&wood=OAK&x=1")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("query-unknown"))
                .body("violations.field", equalTo(List.of("phone", "x")));
        potter().body("{\"text\": \"a\"}")
                .post("/shelf?dryRun=true")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("dryRun"));
    }

    @Test
    void one_that_it_knows_is_let_through_also_where_a_bean_declares_it() {
        potter().get("/shelf?tag=a&tag=b&row=3&limit=200&name=%E6%A9%A1%E6%9C%A8")
                .then()
                .statusCode(200)
                .body("$", equalTo(List.of("a", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    wood=OAK&wood=ELM              | wood  | twice
                    wood=oak                       | wood  | OAK, ELM
                    wood=%20OAK                    | wood  | OAK, ELM
                    since=yesterday                | since | moment
                    since=%2B1000000000-01-01T00:00:00Z | since | moment
                    since=9999-01-01T00:00:00Z     | since | moment
                    day=2026-02-30                 | day   | date
                    day=-999999999-01-01           | day   | date
                    id=1                           | id    | UUID
                    limit=many                     | limit | whole number
                    limit=2147483648               | limit | whole number
                    limit=0                        | limit | 1
                    limit=201                      | limit | 200
                    name=%00                       | name  | control
                    name=a%0Ab                     | name  | control
                    name=%ED%A0%80                 | name  | control
                    name=%FF                       | name  | control
                    """)
    void a_value_that_does_not_fit_is_named(String query, String field, String message) {
        potter().urlEncodingEnabled(false)
                .get("/shelf?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems(field))
                .body("violations.message", hasItem(containsString(message)));
    }

    @Test
    void a_path_of_the_wrong_form_leads_nowhere_and_says_why() {
        potter().get("/shelf/7")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("id"));
        potter().urlEncodingEnabled(false).get("/shelf/%00").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({"%zz", "%", "name=%zz", "name=%"})
    void a_broken_escape_is_a_bad_request(String query) {
        assertThat(RawHttp.answer("GET /shelf?" + query + " HTTP/1.1", ""))
                .startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {";", "application/json;", "/", "a/b/c", "text", "*", "application/json;q=x"})
    void a_broken_accept_header_is_no_failure_of_ours(String accept) {
        int status = potter().header("Accept", accept).get("/shelf").statusCode();
        assertThat(status).isIn(200, 400, 406);
    }

    @Test
    void a_cursor_that_somebody_made_up_is_refused() {
        for (var cursor :
                List.of(
                        Cursor.encode(
                                "+1000000000-01-01T00:00:00Z",
                                "01a1fcb2-b09a-7107-a80e-369372f74d9d",
                                "1"),
                        Cursor.encode(
                                "9999-01-01T00:00:00Z",
                                "01a1fcb2-b09a-7107-a80e-369372f74d9d",
                                "1"),
                        Cursor.encode("2026-11-24T00:00:00Z", "1-1-1-1-1", "1"),
                        Cursor.encode(
                                "2026-11-24T00:00:00Z",
                                "01a1fcb2-b09a-7107-a80e-369372f74d9d",
                                "x"),
                        Cursor.encode("2026-11-24T00:00:00Z"),
                        "%%%")) {
            potter().queryParam("cursor", cursor)
                    .get("/shelf/keys")
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("cursor"));
        }
        assertThat(Cursor.keys(Cursor.encode("橡木"), 1).text(0)).isEqualTo("橡木");
        assertThatThrownBy(() -> Cursor.keys(Cursor.encode("a\0b"), 1).text(0))
                .isInstanceOf(WebApplicationException.class);
        potter().queryParam(
                        "cursor",
                        Cursor.encode(
                                "2026-11-24T00:00:00Z",
                                "01a1fcb2-b09a-7107-a80e-369372f74d9d",
                                "1"))
                .get("/shelf/keys")
                .then()
                .statusCode(200);
    }
}
