package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final List<Duration> rests = new ArrayList<>();
    private final Patience patience =
            new Patience(
                    new Batches() {
                        @Override
                        void rest(Duration rest) {
                            rests.add(rest);
                        }
                    });

    @Test
    void rests_twice_as_long_each_time_and_never_longer_than_five_seconds() {
        // when
        IntStream.range(0, 10).forEach(_ -> patience.rest());

        // then
        assertThat(rests)
                .extracting(Duration::toMillis)
                .containsExactly(
                        50L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L, 5_000L);
    }

    @Test
    void is_at_its_end_with_the_fifth_failure() {
        assertThat(IntStream.range(0, 6).mapToObj(_ -> patience.isExhausted()))
                .containsExactly(false, false, false, false, true, true);
    }
}
