package org.redress.notification.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {
    private static final String GENUINE = "C-20261121-000420";

    @Test
    void whichever_digit_is_mistyped_it_is_noticed() {
        assertThat(CaseNumber.parse(GENUINE)).isPresent();

        for (int at = 2; at < GENUINE.length(); at++) {
            var mistyped = othersThan(GENUINE, at);
            assertThat(mistyped).allSatisfy(one -> assertThat(CaseNumber.parse(one)).isEmpty());
        }
    }

    private static String[] othersThan(String genuine, int at) {
        return IntStream.rangeClosed('0', '9')
                .filter(digit -> digit != genuine.charAt(at))
                .mapToObj(digit ->
                        genuine.substring(0, at) + (char) digit + genuine.substring(at + 1))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261121-000420",
                "c-20261121-000420",
                "C-20261121-00420",
                "C-20261121-000420 ",
                "C-２０２６１１２１-000420"
            })
    void what_has_another_form_is_no_number(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }

    @Test
    void a_busy_day_needs_more_digits() {
        assertThat(CaseNumber.parse("C-20261121-10000008")).isPresent();
    }
}
