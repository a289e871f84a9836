package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void aTimeFitsIntoACell(long millis, String told) {
        assertThat(Times.text(Duration.ofMillis(millis))).isEqualTo(told);
    }

    @Test
    void whatWasOverBeforeTheAnswerCameTookNoTime() {
        Instant answered = Instant.parse("2026-11-21T01:00:00.010Z");

        assertThat(Times.between(answered, answered.minusMillis(3))).isZero();
        assertThat(Times.between(answered, answered.plusMillis(3))).hasMillis(3);
    }

    @ParameterizedTest
    @CsvSource({"50, 50", "99, 99", "100, 100", "1, 1"})
    void aPercentileIsTheNearestRank(int percent, long millis) {
        // given
        Times oneToHundred =
                new Times(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        // then
        assertThat(oneToHundred.percentile(percent)).hasMillis(millis);
    }

    @Test
    void theP99OfAFewIsTheSlowest() {
        Times few = new Times(Stream.of(90, 10, 50).map(Duration::ofMillis).toList());

        assertThat(few.text(50)).isEqualTo("50 ms");
        assertThat(few.text(99)).isEqualTo("90 ms");
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        Times none = new Times(List.of());

        assertThat(none.text(50)).isEqualTo("–");
        assertThatThrownBy(() -> none.percentile(50)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void progressShowsRateAndTimeToGo() {

        assertThat(ProgressBoard.line("a.jsonl", 250, 500, Duration.ofSeconds(5)))
                .isEqualTo("a.jsonl  ████████████░░░░░░░░░░░░  250/500   50 %  50.0/s  ETA 5.0 s");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 500, 'a  ░░░░░░░░░░░░░░░░░░░░░░░░  0/500    0 %  0.0/s  ETA –'",
        "500, 500, 'a  ████████████████████████  500/500  100 %  100.0/s  ETA 0 ms'",
        "1, 500, 'a  ░░░░░░░░░░░░░░░░░░░░░░░░  1/500    0 %  0.2/s  ETA 41m35s'",
        "13, 500, 'a  ▌░░░░░░░░░░░░░░░░░░░░░░░  13/500    2 %  2.6/s  ETA 3m07s'",
        "0, 0, 'a  ████████████████████████  0/0  100 %  0.0/s  ETA –'"
    })
    void theBarIsNeverWiderOrNarrower(long done, long total, String told) {
        assertThat(ProgressBoard.line("a", done, total, Duration.ofSeconds(5))).isEqualTo(told);
    }
}
