package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.messages.RetryRule.Verdict;

class RetryRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final RetryRule RULE = new Rule(5, Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void whatTheServerTookIsSent() {
        assertThat(RULE.after(1, new Outcome.Accepted("250"), NOW, NOW))
                .isEqualTo(new Verdict.Sent());
    }

    @Test
    void aRefusalIsNotRepeated() {
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
    void theWaitDoublesUntilItIsLongest(int attempt, int seconds) {
        assertThat(RULE.after(attempt, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(seconds)));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(RULE.after(5, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void manyAttemptsDoNotOverflowTheWait() {
        var patient = new Rule(1000, Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(patient.after(900, new Outcome.Unreachable("down"), NOW, NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(60)));
    }

    @Test
    void aServerThatIsAwayIsWaitedForInDaysAndItsReturnIsNoticedInSeconds() {
        var away = new Outcome.Away("no answer");

        assertThat(RULE.after(1000, away, NOW, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Verdict.Again(NOW.plus(Duration.ofDays(1)).plusSeconds(3)));
        assertThat(RULE.after(1000, away, NOW, NOW.plus(Duration.ofDays(5))))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void whatIsNotItsTurnComesAgainThenAndWhatNobodyNeedsIsDropped() {
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
