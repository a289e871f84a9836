package org.redress.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void a_percentile_is_the_nearest_rank() {
        var hundred =
                Percentiles.of(IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList());
        assertThat(hundred.millis(50)).isEqualTo(50);
        assertThat(hundred.millis(99)).isEqualTo(99);
        assertThat(Percentiles.of(List.of()).millis(50)).isNaN();
        assertThat(Percentiles.of(List.of(Duration.ofMillis(7))).millis(99)).isEqualTo(7);
    }

    @Test
    void a_goal_is_met_from_its_side() {
        assertThat(Figure.atLeast("a", 0.5, "", 0.5).met()).isTrue();
        assertThat(Figure.atLeast("a", 0.49, "", 0.5).met()).isFalse();
        assertThat(Figure.atMost("a", 3.1, "s", 3).met()).isFalse();
        assertThat(Figure.atMost("a", Double.NaN, "ms", 3).met()).isFalse();
    }

    @Test
    void the_json_has_value_unit_goal_and_whether_it_is_met() throws Exception {
        assertThat(Bench.json(List.of(Figure.atMost("start", 2.5, "s", 3))))
                .contains(
                        "\"start\"",
                        "\"value\":2.5",
                        "\"unit\":\"s\"",
                        "\"goal\":3.0",
                        "\"met\":true");
    }
}
