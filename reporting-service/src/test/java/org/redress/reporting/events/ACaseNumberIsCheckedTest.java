package org.redress.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ACaseNumberIsCheckedTest {

    @Test
    void aNumberWithItsCheckDigitIsTaken() {
        assertThat(new CaseNumber("C-20261121-000420")).hasToString("C-20261121-000420");
    }

    @Test
    void everySingleWrongDigitIsFound() {
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
    @ValueSource(
            strings = {
                "",
                "C-2026-000420",
                "20261121-000420",
                "C-20261121-426",
                "C-٢٠261121-000420"
            })
    void whatHasAnotherFormIsNone(String other) {
        assertThatThrownBy(() -> new CaseNumber(other)).hasMessageContaining("C-yyyymmdd-nnnnnn");
    }
}
