package org.redress.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of what an event may say: codes and units that are no text, moments, turns, sums. */
class OnlyWhatCanBeIsTakenTest {

    @ParameterizedTest
    @ValueSource(strings = {"COMPLAINT", "P1", "zh-CN", "FIRST_RESPONSE"})
    void a_code_is_a_word(String word) {
        assertThat(new Code(word)).hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zhang san", "张三", "-P1", "a@b", "P1\n", "138.0013"})
    void a_text_is_no_code_and_is_not_repeated_in_the_reason(String text) {
        assertThatThrownBy(() -> new Code(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a code: " + text.length() + " characters");
    }

    @Test
    void a_code_has_a_hundred_characters_at_most() {
        assertThat(new Code("A".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new Code("A".repeat(101)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_is_a_path_of_two_hundred_characters_at_most() {
        assertThat(new UnitPath("hq/after-sales")).hasToString("hq/after-sales");
        assertThat(new UnitPath("a".repeat(200)).value()).hasSize(200);
        assertThatThrownBy(() -> new UnitPath("a".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/hq", "hq/", "hq//a", "hq/After Sales", "hq/-a", "总部"})
    void what_is_no_path_is_no_unit(String text) {
        assertThatThrownBy(() -> new UnitPath(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a unit: " + text.length() + " characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2100-12-31T23:59:59.999999999Z"})
    void a_moment_is_of_the_years_2000_to_2100(String first) {
        assertThat(Sensible.moment(Instant.parse(first), "dueAt")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59.999999999Z", "2101-01-01T00:00:00Z"})
    void other_moments_are_refused_by_name(String other) {
        assertThatThrownBy(() -> Sensible.moment(Instant.parse(other), "dueAt"))
                .hasMessage("dueAt must be of the years 2000 to 2100");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9_999})
    void a_round_or_revision_has_four_digits_at_most(int number) {
        assertThat(Sensible.turn(number, "round")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 10_000, Integer.MAX_VALUE})
    void other_rounds_are_refused_by_name(int number) {
        assertThatThrownBy(() -> Sensible.turn(number, "round"))
                .hasMessage("round must be 1 to 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1299.00", "999999999999.99", "1e-100"})
    void an_amount_is_kept_as_it_was_written(String amount) {
        assertThat(Sensible.amount(new BigDecimal(amount), "amount"))
                .isEqualTo(new BigDecimal(amount));
    }

    @Test
    void the_zeros_of_an_amount_are_written_out() {
        assertThat(Sensible.amount(new BigDecimal("1.5e3"), "amount").toString()).isEqualTo("1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000", "1e12", "1e2147483647", "1e-101"})
    void other_amounts_are_refused_by_name(String amount) {
        assertThatThrownBy(() -> Sensible.amount(new BigDecimal(amount), "amount"))
                .hasMessage("amount must be an amount below 1000000000000");
    }
}
