package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A changed fact waits a whole window, and then for the end of the quarter that it ends in. */
class ChangesOfOneQuarterGoTogetherTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    private final Window window = new Window(Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({"0, 1000", "1, 1250", "249, 1250", "250, 1250", "251, 1500", "999, 2000"})
    void a_change_waits_a_second_and_at_most_a_quarter_more(long changedAt, long publishedAt) {
        assertThat(window.endsAfter(NOON.plusMillis(changedAt)))
                .isEqualTo(NOON.plusMillis(publishedAt));
    }

    @Test
    void a_nanosecond_after_a_quarter_is_of_the_next() {
        assertThat(window.endsAfter(NOON.plusNanos(1))).isEqualTo(NOON.plusMillis(1250));
    }

    @Test
    void without_a_window_a_change_waits_for_nothing() {
        assertThat(new Window(Duration.ZERO).endsAfter(NOON.plusNanos(7)))
                .isEqualTo(NOON.plusNanos(7));
    }
}
