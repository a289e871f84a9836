package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIsAUnitsPathTest {

    @ParameterizedTest
    @CsvSource({
        "hq, true",
        "hq/outlets/east-2, true",
        "7, true",
        "'', false",
        "/hq, false",
        "hq/, false",
        "hq//east, false",
        "HQ, false",
        "hq east, false",
        "hq-/east, false",
        "-hq, false",
        "hq/../finance, false",
        "总部, false",
    })
    void small_letters_digits_and_hyphens_between_slashes(String text, boolean path) {
        assertThat(UnitPaths.isPath(text)).isEqualTo(path);
    }

    @Test
    void of_at_most_two_hundred_characters() {
        assertThat(UnitPaths.isPath("a".repeat(200))).isTrue();
        assertThat(UnitPaths.isPath("a".repeat(201))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "hq, hq, true",
        "hq/outlets, hq, true",
        "hq, hq/outlets, false",
        "hq2, hq, false",
    })
    void holds_itself_and_what_lies_below(String path, String unit, boolean within) {
        assertThat(UnitPaths.isWithin(path, unit)).isEqualTo(within);
    }
}
