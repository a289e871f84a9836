package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesAreToldTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "45, 45 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "99940, 99.9 s",
        "100000, 1m40s",
        "3605000, 60m05s"
    })
    void a_time_fits_into_a_cell(long millis, String told) {
        assertThat(Times.text(Duration.ofMillis(millis))).isEqualTo(told);
    }

    @Test
    void what_was_over_before_the_answer_came_took_no_time() {
        Instant answered = Instant.parse("2026-11-21T01:00:00.010Z");

        assertThat(Times.between(answered, answered.minusMillis(3))).isZero();
        assertThat(Times.between(answered, answered.plusMillis(3))).hasMillis(3);
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "99, 99", "100, 100", "1, 1"})
    void a_percentile_is_the_nearest_rank(int percent, long millis) {
        // given
        Times oneToHundred =
                new Times(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        // then
        assertThat(oneToHundred.percentile(percent)).contains(Duration.ofMillis(millis));
    }

    @Test
    void the_p99_of_a_few_is_the_slowest() {
        Times few = new Times(Stream.of(90, 10, 50).map(Duration::ofMillis).toList());

        assertThat(few.text(50)).isEqualTo("50 ms");
        assertThat(few.text(99)).isEqualTo("90 ms");
    }

    @Test
    void of_nothing_there_is_no_percentile() {
        Times none = new Times(List.of());

        assertThat(none.text(50)).isEqualTo("–");
        assertThat(none.percentile(50)).isEmpty();
        assertThat(none.millis(50)).isNaN();
    }
}
