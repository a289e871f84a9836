package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final UUID CASE = UUID.randomUUID();

    private final Arrivals arrivals = new Arrivals();

    @Test
    void what_has_come_is_taken_once() {
        arrivals.addCase(CASE);
        arrivals.addCustomer("42");

        var seen = arrivals.take();

        assertThat(seen.cases()).containsExactly(CASE);
        assertThat(seen.customers()).containsExactly("42");
        assertThat(seen.isEmpty()).isFalse();
        assertThat(arrivals.take().isEmpty()).isTrue();
    }

    @Test
    void what_could_not_be_seen_to_is_taken_again_with_what_came_since() {
        arrivals.addCase(CASE);
        var seen = arrivals.take();
        arrivals.addCustomer("42");

        arrivals.putBack(seen);

        assertThat(arrivals.take()).isEqualTo(new Arrivals.Seen(seen.cases(), Set.of("42")));
    }

    @Test
    void a_customer_alone_is_something() {
        arrivals.addCustomer("42");

        assertThat(arrivals.take().isEmpty()).isFalse();
    }
}
