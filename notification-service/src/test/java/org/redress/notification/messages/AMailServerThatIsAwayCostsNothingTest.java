package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;

/** However many mails wait, neither the queue nor the server's absence makes the sender busy. */
@WithNotification
class AMailServerThatIsAwayCostsNothingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final Outcome AWAY = new Outcome.Away("no answer");

    @Inject Jdbi jdbi;
    @Inject RetryRule rule;

    @Test
    void aClaimReadsWhatItTakesAndSortsNothing() {
        var plan =
                jdbi.inTransaction(handle -> {
                    handle.execute(
                            """
                            insert into messages (id, dedup_key, purpose, priority, state, mode,
                                case_id, case_number, round, recipient_kind, created_at,
                                queued_at, due_at)
                            select gen_random_uuid(), 'plan:' || n, 'CUSTOMER_RESOLUTION', 2,
                                'QUEUED', 'REAL', gen_random_uuid(), 'C-1', 1, 'CUSTOMER',
                                timestamp '1999-01-01', timestamp '1999-01-01',
                                timestamp '1999-01-01' + n * interval '1 second'
                            from generate_series(1, 200000) n
                            """);
                    handle.execute("analyze messages");
                    var lines =
                            handle.createQuery("explain (analyze, buffers) " + Queue.DUE)
                                    .bind("now", Instant.parse("2026-11-20T00:00:00Z"))
                                    .bindArray("mine", UUID.class)
                                    .bind("most", 8)
                                    .mapTo(String.class)
                                    .list();
                    handle.rollback();
                    return String.join("\n", lines);
                });

        assertThat(plan).contains("messages_queue").doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void theQueueWaitsAsAWholeAndLongerEachTime() {
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
    void theFirstMailThatGetsThroughOpensItAgain() {
        var watch = new ServerWatch(rule);
        watch.heard(AWAY, NOW);

        // when
        watch.heard(new Outcome.Accepted("250"), NOW);

        // then
        assertThat(watch.isAway()).isFalse();
        assertThat(watch.pause(NOW)).isEqualTo(Duration.ZERO);
    }
}
