package org.redress.triage.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"C-20261118-003175", "C-20261121-000420", "C-20261119-000560"})
    void a_number_with_the_right_check_digit_is_read(String text) {
        assertThat(CaseNumber.parse(text)).map(CaseNumber::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "C-20261118-003176", "C-20261118-003715", "C-20261181-003175",
                "c-20261118-003175", "C-20261118-3175", "C-20261118-003175 ", "000420"
            })
    void a_mistyped_number_is_none(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }

    @Test
    void every_single_wrong_digit_is_noticed() {
        var right = "C-20261121-000420";
        for (int i = 2; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = right.substring(0, i) + digit + right.substring(i + 1);
                if (right.charAt(i) != '-' && digit != right.charAt(i)) {
                    assertThat(CaseNumber.parse(typed)).as(typed).isEmpty();
                }
            }
        }
    }
}
