package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithInfrastructure
class WhatWaitsIsShownTest {

    private final OutboxWatch watch;
    private final MeterRegistry metrics;
    private final Jdbi jdbi;

    WhatWaitsIsShownTest(OutboxWatch watch, MeterRegistry metrics, Jdbi jdbi) {
        this.watch = watch;
        this.metrics = metrics;
        this.jdbi = jdbi;
    }

    @BeforeEach
    @AfterEach
    void empty() {
        jdbi.useHandle(
                handle -> handle.execute("truncate messaging.outbox, messaging.outbox_parked"));
    }

    @Test
    void by_how_many_there_are_and_how_old_the_first_is() {
        // given
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    insert into messaging.outbox (event_id, topic, key, headers, created_at)
                    select n, 'relayed', 'k', '{}', now() - make_interval(mins => 10 - n)
                    from generate_series(1, 3) n
                    """);
            handle.execute(
                    """
                    insert into messaging.outbox_parked
                        (seq, event_id, topic, key, headers, created_at, reason, parked_at)
                    select n, n, 'relayed', 'k', '{}', now(), 'x', now() - make_interval(hours => 3 - n)
                    from generate_series(1, 2) n
                    """);
        });

        // when
        watch.look();

        // then
        assertThat(shown("outbox.rows.waiting")).isEqualTo(3);
        assertThat(shown("outbox.oldest.age.seconds")).isBetween(540.0, 600.0);
        assertThat(shown("outbox.rows.parked")).isEqualTo(2);
        assertThat(shown("outbox.parked.oldest.age.seconds")).isBetween(7_200.0, 7_260.0);
    }

    @Test
    void as_nothing_where_nothing_waits() {
        // when
        watch.look();

        // then
        assertThat(OutboxWatch.LOOKS.keySet()).allSatisfy(name -> assertThat(shown(name)).isZero());
    }

    private double shown(String name) {
        return metrics.get(name).gauge().value();
    }
}
