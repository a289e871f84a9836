package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.redress.notification.Claimed;
import org.redress.notification.channels.Outcome;
import org.redress.notification.messages.Message;
import org.redress.notification.messages.Purpose;

class OutcomesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");

    private final Message first = Claimed.page();
    private final Message second = Claimed.page();
    private final Database database = new Database();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Outcomes outcomes =
            new Outcomes(database, new Rule(), metrics, Clock.fixed(NOW, ZoneOffset.UTC));
    private final List<Message> onRecord = new ArrayList<>();

    @Test
    void mails_that_end_in_the_same_moment_are_recorded_in_one_trip() {
        theSecondEndsWhileTheFirstWaitsForOthers();

        assertThat(database.trips).containsExactly(List.of(first, second));
        assertThat(onRecord).containsExactly(first, second);
    }

    @Test
    void one_that_cannot_be_recorded_holds_up_no_other_and_is_kept() {
        database.refused.add(second);

        theSecondEndsWhileTheFirstWaitsForOthers();

        assertThat(onRecord).containsExactly(first);
        assertThat(outcomes.recordKept(this::hear)).isPresent();

        database.refused.clear();
        outcomes.recordKeptNow(this::hear);

        assertThat(onRecord).containsExactly(first, second);
        assertThat(outcomes.recordKept(this::hear)).isEmpty();
    }

    @Test
    void what_is_kept_is_not_tried_again_at_once() {
        database.refused.add(first);
        outcomes.record(first, new Outcome.Accepted("250"), () -> false, this::hear);

        outcomes.recordKept(this::hear);
        outcomes.recordKept(this::hear);

        assertThat(database.trips).hasSize(2);
    }

    @Test
    void how_long_a_message_had_been_due_is_measured_once_and_within_a_minute_counted_apart() {
        // when
        outcomes.begins(Claimed.due(NOW.minusSeconds(60), 1));
        outcomes.begins(Claimed.due(NOW.minusSeconds(61), 1));
        outcomes.begins(Claimed.due(NOW.minusSeconds(5), 2));

        // then
        var measured =
                metrics.get("messages.delay")
                        .tag("purpose", "ESCALATION_PAGE")
                        .timer()
                        .takeSnapshot();
        assertThat(measured.count()).isEqualTo(2);
        assertThat(measured.histogramCounts())
                .singleElement()
                .satisfies(withinAMinute -> assertThat(withinAMinute.count()).isOne());
    }

    @Test
    void attempts_of_every_kind_are_shown_before_the_first_so_that_the_first_is_an_increase() {
        assertThat(metrics.find("messages.attempts").timers()).hasSize(Purpose.values().length * 4);
    }

    private void theSecondEndsWhileTheFirstWaitsForOthers() {
        outcomes.record(
                first,
                new Outcome.Accepted("250"),
                () -> {
                    CompletableFuture.runAsync(this::theSecondEnds).join();
                    return true;
                },
                this::hear);
    }

    private void theSecondEnds() {
        outcomes.record(second, new Outcome.Accepted("250"), () -> false, this::hear);
    }

    private void hear(Queue.Ended ended) {
        onRecord.add(ended.message());
    }

    /** Takes all that is told in one trip, or nothing of it. */
    private static final class Database extends Queue {
        private final List<List<Message>> trips = new ArrayList<>();
        private final Set<Message> refused = new HashSet<>();

        Database() {
            super(null, null, null, null, null, null);
        }

        @Override
        void finish(List<Ended> ended) {
            var told = ended.stream().map(Ended::message).toList();
            trips.add(told);
            if (told.stream().anyMatch(refused::contains)) {
                throw new IllegalStateException("read only");
            }
        }
    }

    private static final class Rule implements RetryRule {
        @Override
        public int attempts() {
            return 1;
        }

        @Override
        public Duration first() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestAway() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofDays(1);
        }
    }
}
