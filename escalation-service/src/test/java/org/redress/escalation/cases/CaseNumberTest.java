package org.redress.escalation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @Test
    void of_ten_last_digits_exactly_one_is_genuine() {
        long genuine =
                IntStream.range(0, 10)
                        .filter(check -> CaseNumber.isGenuine("C-20261121-00042" + check))
                        .count();

        assertThat(genuine).isEqualTo(1);
    }

    /** The worked example of ISO/IEC 7064: 0794 has the check digit 5. */
    @Test
    void the_check_digit_is_that_of_the_standard() {
        assertThat(CaseNumber.isGenuine("C-00000000-007945")).isEqualTo(checks("00000000007945"));
        assertThat(checks("07945")).isTrue();
        assertThat(checks("07946")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "C-20261121",
                "C-20261121-12",
                "c-20261121-000420",
                "C-20261121-00042x",
                "20261121-000420"
            })
    void other_forms_are_no_case_numbers(String typed) {
        assertThat(CaseNumber.isGenuine(typed)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseNumber(typed));
    }

    /** The standard's own formulation, as far as possible from the production code's. */
    private static boolean checks(String digits) {
        int p = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            p = (p + digits.charAt(i) - '0') % 10;
            p = 2 * (p == 0 ? 10 : p) % 11;
        }
        return (p + digits.charAt(digits.length() - 1) - '0') % 10 == 1;
    }
}
