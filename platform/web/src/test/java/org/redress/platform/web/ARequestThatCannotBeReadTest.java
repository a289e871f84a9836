package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's decoder refuses before there is a request that a door could answer. */
@WithDoors
class ARequestThatCannotBeReadTest {

    private static final String LONG_LINE = "GET /" + "x".repeat(9_000) + " HTTP/1.1\r\n\r\n";
    private static final String LONG_HEADER =
            "GET /shelf HTTP/1.1\r\nX-Long: " + "x".repeat(90_000) + "\r\n";

    @ParameterizedTest
    @EnumSource
    void is_refused_by_a_problem_on_either_port(RawHttp.Port port) {
        assertThat(RawHttp.exchange(port, LONG_LINE))
                .matches("(?s)HTTP/1.[01] 414 .*")
                .satisfies(answer -> assertIsProblem(answer, 414, "uri-too-long"));
        assertThat(RawHttp.exchange(port, LONG_HEADER))
                .matches("(?s)HTTP/1.[01] 431 .*")
                .satisfies(answer -> assertIsProblem(answer, 431, "headers-too-large"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense",
                "GET",
                "GET /shelf",
                "GET /shelf HTTP/9",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nno colon",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nX: a\\0b",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nBad Name: x",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nBlank-Behind : x",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nX-Brackets(): x",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\nX-\u00fcber: x",
                "GET /shelf HTTP/1.1\\r\\nHost: a\\r\\n: no name",
                "GE(T /shelf HTTP/1.1\\r\\nHost: a",
                "POST /shelf HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x",
                "POST /shelf HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: -1",
                "POST /shelf HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2"
            })
    void names_the_request_where_no_part_of_it_can_be_named(String lines) {
        for (var port : RawHttp.Port.values()) {
            assertThat(RawHttp.exchange(port, unescaped(lines) + "\r\n\r\n"))
                    .matches("(?s)HTTP/1.[01] 400 .*")
                    .satisfies(answer -> assertIsProblem(answer, 400, "request-unreadable"))
                    .contains("\"field\":\"request\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/3.7", "HTTP/1.2", "HTTP/0.9"})
    void is_told_which_version_is_spoken_where_it_is_of_another(String version) {
        for (var port : RawHttp.Port.values()) {
            assertThat(RawHttp.exchange(port, "GET /shelf " + version + "\r\nHost: a\r\n\r\n"))
                    .startsWith("HTTP/1.1 505 ")
                    .satisfies(answer -> assertIsProblem(answer, 505, "version-not-supported"));
        }
    }

    @Test
    void is_none_whose_field_has_every_sign_that_a_name_may_have() {
        assertThat(RawHttp.answer("GET / HTTP/1.1", "", "aZ09!#$%&'*+-.^_`|~: x"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh;q=0.9, en;q=0.1"})
    void is_refused_in_the_callers_language_where_that_was_read(String language) {
        assertThat(
                        RawHttp.exchange(
                                RawHttp.Port.MAIN,
                                "GET /shelf HTTP/1.1\r\nAccept-Language: "
                                        + language
                                        + "\r\nno colon\r\n\r\n"))
                .containsIgnoringCase("content-language: zh-CN")
                .contains("无法读取");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void is_answered_in_its_turn_behind_those_that_could_be_read(int before) {
        var answer =
                RawHttp.exchange(
                        RawHttp.Port.MAIN,
                        "GET /shelf/open/t HTTP/1.1\r\nHost: a\r\n\r\n".repeat(before)
                                + "nonsense\r\n\r\n");
        assertThat(answer.split("HTTP/1.[01] ")).hasSize(before + 2);
        assertThat(answer.indexOf(" 400 ")).isGreaterThan(answer.lastIndexOf(" 200 "));
    }

    private static void assertIsProblem(String answer, int status, String code) {
        assertThat(answer)
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("connection: close")
                .contains("\"status\":" + status)
                .contains("\"code\":\"" + code + "\"");
    }

    private static String unescaped(String lines) {
        return lines.replace("\\r\\n", "\r\n").replace("\\0", "\0");
    }
}
