package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTest {
    @ParameterizedTest
    @CsvSource({
        "see http://evil.example/x now, see http[:]//evil[.]example/x now",
        "www.evil.example, www[.]evil[.]example",
        "write to a.b@evil.example, write to a[.]b[@]evil[.]example",
        "请看 evil.com 谢谢, 请看 evil[.]com 谢谢"
    })
    void nothing_in_it_becomes_a_link(String text, String quoted) {
        assertThat(Quoted.text(text)).isEqualTo(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it cost 1,299.00 yuan",
                "PB-20K · B20260711",
                "很热。然后冒烟了。",
                "👩‍👩‍👧 was there\ntwice"
            })
    void words_that_are_no_address_stay_as_they_are(String text) {
        assertThat(Quoted.text(text)).isEqualTo(text);
    }

    @Test
    void nothing_in_it_turns_the_text_or_hides() {
        assertThat(Quoted.text("a\u202Eb\u2066c\u200Bd\u0007e\u061Cf")).isEqualTo("abcdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?utf-8?B?QmNjOiB4?= Eve", "=?utf-8?q?evil?= Eve"})
    void an_encoded_word_is_not_decoded_by_anybody(String name) {
        assertThat(OneLine.of(name, 60)).isEqualTo("Eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a =? b", "a ?= b", "=?utf-8?B?QmNj"})
    void not_even_a_part_of_one_is_left(String name) {
        assertThat(OneLine.of(name, 60)).doesNotContain("=?", "?=");
    }

    @Test
    void a_line_is_as_long_as_it_may_be_and_says_that_it_was_cut() {
        assertThat(OneLine.of("x".repeat(60), 60)).isEqualTo("x".repeat(60));
        assertThat(OneLine.of("x".repeat(61), 60)).isEqualTo("x".repeat(59) + "…");
    }
}
