package org.redress.notification.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.channels.Outcome;
import org.redress.notification.queue.RetryRule.Verdict;

class RetryRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final RetryRule RULE = new Rule(5, Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void what_the_server_took_is_sent() {
        assertThat(RULE.after(1, new Outcome.Accepted("250"), NOW, NOW))
                .isEqualTo(new Verdict.Sent());
    }

    @Test
    void a_refusal_is_not_repeated() {
        assertThat(RULE.after(1, new Outcome.Refused("550"), NOW, NOW))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void what_cannot_be_written_to_anybody_is_not_tried_again() {
        assertThat(RULE.after(1, new Outcome.Impossible("no address"), NOW, NOW))
                .isEqualTo(new Verdict.GivenUp());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 5"})
    void the_wait_doubles_until_it_is_longest(int attempt, int seconds) {
        assertThat(RULE.after(attempt, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(seconds)));
    }

    @Test
    void the_last_attempt_is_the_last() {
        assertThat(RULE.after(5, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void many_attempts_do_not_overflow_the_wait() {
        var patient = new Rule(1000, Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(patient.after(900, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(60)));
    }

    @Test
    void a_server_that_is_away_is_waited_for_in_days_and_its_return_is_noticed_in_seconds() {
        var away = new Outcome.Away("no answer");

        assertThat(RULE.after(1000, away, NOW, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Verdict.Again(NOW.plus(Duration.ofDays(1)).plusSeconds(3)));
        assertThat(RULE.after(1000, away, NOW, NOW.plus(Duration.ofDays(5))))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void what_is_not_its_turn_comes_again_then_and_what_nobody_needs_is_dropped() {
        assertThat(RULE.after(1, new Outcome.PutOff("many", NOW.plusSeconds(9)), NOW, NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(9)));
        assertThat(RULE.after(1, new Outcome.Unneeded("TEST"), NOW, NOW))
                .isEqualTo(new Verdict.Dropped("TEST"));
    }

    private record Rule(int attempts, Duration first, Duration longest) implements RetryRule {
        @Override
        public Duration longestAway() {
            return Duration.ofSeconds(3);
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofDays(4);
        }
    }
}
