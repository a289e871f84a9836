package org.redress.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @CsvSource({"0794, 5", "2026112100042, 0", "2025112100042, 6"})
    void the_check_digit_is_that_of_ISO_7064_MOD_11_10(String digits, int check) {
        assertThat(CaseNumber.checkDigit(digits)).isEqualTo(check);
    }

    @Test
    void a_number_is_the_day_the_sequence_and_the_check_digit() {
        assertThat(CaseNumber.of(DAY, 42)).hasToString("C-20261121-000420");
    }

    @Test
    void a_day_with_more_than_99999_cases_grows_a_digit() {
        // when
        CaseNumber number = CaseNumber.of(DAY, 100_000);

        // then
        assertThat(number.text()).hasSize("C-20261121-000420".length() + 1);
        assertThat(CaseNumber.parse(number.text())).contains(number);
    }

    @Test
    void every_single_wrong_digit_is_seen() {
        String right = CaseNumber.of(DAY, 31_742).text();
        for (int i = "C-20261121-".length(); i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = right.substring(0, i) + digit + right.substring(i + 1);
                assertThat(CaseNumber.parse(wrong).isPresent()).isEqualTo(wrong.equals(right));
            }
        }
    }

    @Test
    void nearly_every_swap_of_two_neighbours_is_seen() {
        // given
        int swapped = 0;
        int seen = 0;

        // when
        for (int sequence = 1; sequence <= 99_999; sequence += 7) {
            String right = CaseNumber.of(DAY, sequence).text();
            for (int i = "C-20261121-".length(); i < right.length() - 1; i++) {
                if (right.charAt(i) != right.charAt(i + 1)) {
                    swapped++;
                    seen += CaseNumber.parse(swap(right, i)).isEmpty() ? 1 : 0;
                }
            }
        }

        // then
        assertThat(seen).isGreaterThan(swapped * 97 / 100);
    }

    private static String swap(String text, int i) {
        return text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C-20261121-000421",
                "c-20261121-000420",
                "C-20261121-00420",
                "C-20261121-00428",
                "C-2026112-000420",
                "C-20261121-000420 ",
                "C-20261121-0004２0",
                "20261121-000420"
            })
    void anything_else_is_no_case_number(String text) {
        assertThat(CaseNumber.parse(text)).isEmpty();
    }
}
