package org.redress.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ACaseNumberIsCheckedTest {

    @Test
    void a_number_with_its_check_digit_is_taken() {
        assertThat(new CaseNumber("C-20261121-000420")).hasToString("C-20261121-000420");
    }

    @Test
    void every_single_wrong_digit_is_found() {
        String right = "C-20261121-000420";
        for (int at = 2; at < right.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(at) != '-' && right.charAt(at) != digit) {
                    String wrong = right.substring(0, at) + digit + right.substring(at + 1);
                    assertThatThrownBy(() -> new CaseNumber(wrong)).hasMessageContaining("check");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 17})
    void a_days_sequence_has_five_digits_or_more_and_one_check_digit(int digits) {
        var sequence = "C-20261121-" + "0".repeat(digits - 1) + "7";

        assertThat(IntStream.range(0, 10).filter(check -> isOne(sequence + check))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 18})
    void fewer_or_more_make_none(int digits) {
        var sequence = "C-20261121-" + "0".repeat(digits - 1) + "7";

        assertThat(IntStream.range(0, 10).filter(check -> isOne(sequence + check))).isEmpty();
    }

    private static boolean isOne(String number) {
        try {
            return new CaseNumber(number).value().equals(number);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C-2026-000420",
                "20261121-000420",
                "C-20261121-426",
                "C-٢٠261121-000420"
            })
    void what_has_another_form_is_none(String other) {
        assertThatThrownBy(() -> new CaseNumber(other)).hasMessageContaining("C-yyyymmdd-nnnnnn");
    }
}
