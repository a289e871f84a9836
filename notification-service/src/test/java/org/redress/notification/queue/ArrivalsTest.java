package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final UUID CASE = UUID.randomUUID();

    private final Arrivals arrivals = new Arrivals();

    @Test
    void what_has_come_is_taken_once() {
        arrivals.addCase(CASE, NOW);
        arrivals.addCustomer("42");

        var seen = arrivals.take(NOW);

        assertThat(seen.cases()).containsExactly(CASE);
        assertThat(seen.customers()).containsExactly("42");
        assertThat(seen.isEmpty()).isFalse();
        assertThat(arrivals.take(NOW).isEmpty()).isTrue();
    }

    @Test
    void what_could_not_be_seen_to_is_taken_again_with_what_came_since() {
        arrivals.addCase(CASE, NOW);
        var seen = arrivals.take(NOW);
        arrivals.addCustomer("42");

        arrivals.putBack(seen);

        assertThat(arrivals.take(NOW)).isEqualTo(new Arrivals.Seen(seen.cases(), Set.of("42")));
    }

    @Test
    void what_is_to_be_looked_at_later_is_taken_then() {
        arrivals.addCase(UUID.randomUUID(), NOW.plusSeconds(1));
        arrivals.addCase(CASE, NOW);

        assertThat(arrivals.next()).isEqualTo(NOW);
        assertThat(arrivals.take(NOW.minusMillis(1)).isEmpty()).isTrue();
        assertThat(arrivals.take(NOW).cases()).containsExactly(CASE);
    }

    @Test
    void a_customer_alone_is_something() {
        arrivals.addCustomer("42");

        assertThat(arrivals.take(NOW).isEmpty()).isFalse();
    }
}
