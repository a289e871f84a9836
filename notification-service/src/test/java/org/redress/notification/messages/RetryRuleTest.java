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
        assertThat(RULE.after(1, new Outcome.Accepted("250"), NOW)).isEqualTo(new Verdict.Sent());
    }

    @Test
    void aRefusalIsNotRepeated() {
        assertThat(RULE.after(1, new Outcome.Refused("550"), NOW)).isEqualTo(new Verdict.GivenUp());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 5"})
    void theWaitDoublesUntilItIsLongest(int attempt, int seconds) {
        assertThat(RULE.after(attempt, new Outcome.Unreachable("down"), NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(seconds)));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(RULE.after(5, new Outcome.Unreachable("down"), NOW))
                .isEqualTo(new Verdict.GivenUp());
    }

    @Test
    void manyAttemptsDoNotOverflowTheWait() {
        var patient = new Rule(1000, Duration.ofSeconds(1), Duration.ofMinutes(1));

        assertThat(patient.after(900, new Outcome.Unreachable("down"), NOW))
                .isEqualTo(new Verdict.Again(NOW.plusSeconds(60)));
    }

    private record Rule(int attempts, Duration first, Duration longest) implements RetryRule {}
}
