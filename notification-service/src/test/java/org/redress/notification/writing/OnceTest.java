package org.redress.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final AtomicInteger times = new AtomicInteger();

    @Test
    void whoever_comes_later_has_what_came_of_it() {
        var once = new Once<>(times::incrementAndGet);

        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
    }

    @Test
    void what_failed_is_not_done_again() {
        var once =
                new Once<>(() -> {
                    throw new IllegalStateException("away " + times.incrementAndGet());
                });

        assertThatThrownBy(once::get).hasMessage("away 1");
        assertThatThrownBy(once::get).hasMessage("away 1");
    }
}
