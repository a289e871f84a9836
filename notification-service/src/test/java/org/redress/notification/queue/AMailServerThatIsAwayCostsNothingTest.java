package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;
import org.redress.notification.channels.Outcome;

/** However many mails wait, neither the queue nor the server's absence makes the sender busy. */
@WithNotification
class AMailServerThatIsAwayCostsNothingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final Outcome AWAY = new Outcome.Away("no answer");

    @Inject RetryRule rule;

    @Test
    void the_queue_waits_as_a_whole_and_longer_each_time() {
        var watch = new ServerWatch(rule);

        // when
        watch.heard(AWAY, NOW);
        watch.heard(AWAY, NOW);
        var first = watch.pause(NOW);
        watch.heard(AWAY, NOW.plus(first));

        // then
        assertThat(first).isEqualTo(rule.first());
        assertThat(watch.pause(NOW.plus(first))).isEqualTo(rule.first().multipliedBy(2));
        assertThat(watch.isAway()).isTrue();
    }

    @Test
    void the_first_mail_that_gets_through_opens_it_again() {
        var watch = new ServerWatch(rule);
        watch.heard(AWAY, NOW);

        // when
        watch.heard(new Outcome.Accepted("250"), NOW);

        // then
        assertThat(watch.isAway()).isFalse();
        assertThat(watch.pause(NOW)).isEqualTo(Duration.ZERO);
    }
}
