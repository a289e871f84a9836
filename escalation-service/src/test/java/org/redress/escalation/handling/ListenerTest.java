package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reader who does not read costs a hundred numbers at most. */
class ListenerTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Listener listener = new Listener("hq/quality"::equals, _ -> {});

    @Test
    void it_begins_with_reading_anew_and_then_hears_what_it_sees_once() throws Exception {
        assertThat(listener.next(AT_ONCE).reload()).isTrue();

        listener.hear("C-1", List.of("hq/quality", "hq/legal"));
        listener.hear("C-1", List.of("hq/quality"));
        listener.hear("C-2", List.of("hq/legal"));

        assertThat(listener.next(AT_ONCE)).isEqualTo(new Listener.News(false, List.of("C-1")));
        assertThat(listener.next(AT_ONCE)).isEqualTo(new Listener.News(false, List.of()));
    }

    @Test
    void after_too_much_it_reads_anew() throws Exception {
        listener.next(AT_ONCE);

        IntStream.range(0, 1000)
                .forEach(number -> listener.hear("C-" + number, List.of("hq/quality")));

        assertThat(listener.next(AT_ONCE)).isEqualTo(new Listener.News(true, List.of()));
    }
}
