package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.web.text.PlainLine;
import org.redress.platform.web.text.PlainText;
import org.redress.platform.web.text.PlainTexts;

/** The pattern shown to clients and the rule behind it agree on all of these. */
class WhatIsTextTest {

    private static final String TEXT = pattern(PlainText.class);
    private static final String LINE = pattern(PlainLine.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "\t\n", "\u3000", "\u3000\u3000", "\u00a0", "\u200b", "\u200d\u200b",
                        "\u2060", "\ufeff",
                "\u2800", "\u3164", "\u115f\u1160", "\uffa0", "\u00ad", "\u034f", "\ufe0f",
                        "\u061c", "\u2028", "\u202f"
            })
    void what_nobody_sees_is_blank(String text) {
        assertThat(PlainTexts.isText(text)).isFalse();
        assertThat(PlainTexts.isLine(text)).isFalse();
        assertThat(text).doesNotMatch(TEXT).doesNotMatch(LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\0b",
                "a\u001b[2Jb",
                "a\u0007",
                "a\u0085b",
                "a\u009bb",
                "a\u007f",
                "a\u202eb",
                "a\u2066b\u2069",
                "a\u000bb"
            })
    void what_steers_a_terminal_or_turns_the_text_around_is_refused(String text) {
        assertThat(PlainTexts.isText(text)).isFalse();
        assertThat(PlainTexts.isLine(text)).isFalse();
        assertThat(text).doesNotMatch(TEXT).doesNotMatch(LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "\udc00", "half\ud83d"})
    void half_of_a_character_is_refused(String text) {
        assertThat(PlainTexts.isText(text)).isFalse();
        assertThat(PlainTexts.isLine(text)).isFalse();
        assertThat(PlainTexts.isStorable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "水壶漏电",
                "　缩进的一段",
                "naïve",
                "e\u0301",
                "👩‍👩‍👧",
                "❤️",
                "עברית\u200f!",
                "नमस्ते",
                "0",
                "…",
                "😀"
            })
    void what_people_write_is_text(String text) {
        assertThat(PlainTexts.isText(text)).isTrue();
        assertThat(PlainTexts.isLine(text)).isTrue();
        assertThat(text).matches(TEXT).matches(LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first\nsecond", "first\r\nsecond", "a\tb"})
    void lines_and_tabs_are_text_and_no_line(String text) {
        assertThat(PlainTexts.isText(text)).isTrue();
        assertThat(PlainTexts.isLine(text)).isFalse();
        assertThat(text).matches(TEXT).doesNotMatch(LINE);
    }

    private static String pattern(Class<?> annotation) {
        var pattern =
                annotation.getAnnotation(jakarta.validation.constraints.Pattern.class).regexp();
        Pattern.compile(pattern);
        return pattern;
    }
}
